import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux there is. */
const TICKS_PER_SECOND = 100;

/** One process with all its threads. */
export interface ProcessSample {
  readonly userSeconds: number;
  readonly systemSeconds: number;
  readonly rssBytes: number;
  readonly peakRssBytes: number;
}

export function sampleProcess(pid: number): ProcessSample {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The program's name comes before, in brackets, and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  return {
    userSeconds: Number(fields[11]) / TICKS_PER_SECOND,
    systemSeconds: Number(fields[12]) / TICKS_PER_SECOND,
    rssBytes: kilobytes(status, 'VmRSS'),
    peakRssBytes: kilobytes(status, 'VmHWM'),
  };
}

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024;

/** Seconds for which the machine's processors have been busy with anything, all of them together. */
export function sampleMachine(): number {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n', 1);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = line
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softIrq + steal) / TICKS_PER_SECOND;
}
