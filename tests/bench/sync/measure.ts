import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';
import type { FromGenerator, Job, Run, ToGenerator } from './generator-messages.ts';
import { freePort, launchServer, type LaunchedServer } from './launch-server.ts';
import type { RunningServer } from './running-server.ts';
import type { RunnableScenario } from './runnable-scenario.ts';
import type { Pace } from './scenario.ts';

const GENERATOR = join(dirname(fileURLToPath(import.meta.url)), 'generator.ts');
/** No run takes nearly as long; one that does hangs. */
const RUN_TIMEOUT_MS = 10 * 60_000;

export interface Order {
  readonly scenario: RunnableScenario;
  readonly contender: Contender;
  readonly pace: Pace;
  readonly seed: number;
  /** Where to leave a CPU profile of the server, when one is wanted. */
  readonly profileDirectory: string | null;
}

/** One run: a fresh server, a fresh generator. */
export async function measure(order: Order): Promise<Run> {
  const { scenario, contender, pace, seed, profileDirectory } = order;
  const directory = await mkdtemp(join(tmpdir(), 'vagval-bench-'));
  const place = { port: await freePort(), directory, persistent: scenario.persistent };
  const flags = profileDirectory === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`];
  let server = await launchServer(contender, place, flags);
  const restart = async (): Promise<LaunchedServer> => {
    await server.kill('SIGKILL');
    server = await launchServer(contender, place, flags);
    return server;
  };
  try {
    return await generate({ scenario: scenario.id, pace, contender: contender.id, seed }, server, restart);
  } catch (error) {
    throw new Error(`${String(error)}\nThe server’s last words: ${server.output().slice(-2_000)}`, {
      cause: error,
    });
  } finally {
    // A profile is written at a polite end only.
    await server.kill(profileDirectory === null ? 'SIGKILL' : 'SIGTERM');
    await rm(directory, { recursive: true, force: true });
  }
}

async function generate(
  task: Omit<Job, 'server'>,
  launched: LaunchedServer,
  restart: () => Promise<LaunchedServer>,
): Promise<Run> {
  const generator = fork(GENERATOR, { execArgv: ['--import', 'tsx', '--max-old-space-size=4096'] });
  const alarm = setTimeout(() => generator.kill('SIGKILL'), RUN_TIMEOUT_MS);
  try {
    return await outcomeOf(generator, { ...task, server: known(launched) }, restart);
  } finally {
    clearTimeout(alarm);
    if (generator.exitCode === null && generator.signalCode === null) {
      const exited = once(generator, 'exit');
      generator.kill('SIGKILL');
      await exited;
    }
  }
}

const outcomeOf = (generator: ChildProcess, job: Job, restart: () => Promise<LaunchedServer>): Promise<Run> =>
  new Promise((resolve, reject) => {
    const tell = (message: ToGenerator): void => void generator.send(message);
    generator.on('message', (message: FromGenerator) => {
      switch (message.type) {
        case 'ready':
          return tell({ type: 'job', job });
        case 'restart':
          restart().then((server) => tell({ type: 'restarted', server: known(server) }), reject);
          return;
        case 'done':
          return resolve(message.run);
        case 'failed':
          return reject(new Error(message.reason));
      }
    });
    generator.on('exit', (code, signal) => reject(new Error(`the generator ended: ${code ?? signal ?? ''}`)));
  });

/** What can be sent to another process. */
const known = ({ port, pid, greeting, memoryFile }: LaunchedServer): RunningServer => ({
  port,
  pid,
  greeting,
  memoryFile,
});
