import { sampleMachine, sampleProcess, type ProcessSample } from './process-sample.ts';

/** Who used the processors between two moments, in cores. */
export interface Usage {
  readonly seconds: number;
  readonly serverCpu: number;
  readonly serverSystemCpu: number;
  readonly generatorCpu: number;
  /** Everybody else: what disturbs a measurement. */
  readonly foreignCpu: number;
  readonly rssMb: number;
  readonly peakRssMb: number;
}

/** Starts watching; the function it returns tells what has been used since. */
export function watchProcessors(serverPid: number): () => Usage {
  const before = { at: performance.now(), server: sampleProcess(serverPid), machine: sampleMachine() };
  const generatorBefore = process.cpuUsage();
  return () => {
    const seconds = (performance.now() - before.at) / 1000;
    const server = sampleProcess(serverPid);
    const generator = process.cpuUsage(generatorBefore);
    const serverCpu = (cpuOf(server) - cpuOf(before.server)) / seconds;
    const generatorCpu = (generator.user + generator.system) / 1e6 / seconds;
    const machineCpu = (sampleMachine() - before.machine) / seconds;
    return {
      seconds,
      serverCpu,
      serverSystemCpu: (server.systemSeconds - before.server.systemSeconds) / seconds,
      generatorCpu,
      foreignCpu: Math.max(0, machineCpu - serverCpu - generatorCpu),
      rssMb: server.rssBytes / 1e6,
      peakRssMb: server.peakRssBytes / 1e6,
    };
  };
}

const cpuOf = (sample: ProcessSample): number => sample.userSeconds + sample.systemSeconds;
