import { readdirSync, readFileSync } from 'node:fs';
import { sampleMachine, sampleProcess } from '../../sync/machine/process-sample.ts';

/** Starts watching; the function it returns tells how many cores others on the machine have used since. Processes that we start count as ours. */
export function watchForeigners(): () => number {
  const before = sample();
  return () => {
    const after = sample();
    const ours = [...after.ours].reduce(
      (sum, [pid, seconds]) => sum + seconds - (before.ours.get(pid) ?? 0),
      0,
    );
    return Math.max(0, (after.machine - before.machine - ours) / (after.at - before.at));
  };
}

const sample = () => ({
  at: performance.now() / 1000,
  machine: sampleMachine(),
  ours: new Map(familyOf(process.pid).map((pid) => [pid, secondsOf(pid)])),
});

function familyOf(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').map(Number).filter(Number.isInteger)) {
    const parent = parentOf(pid);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const family = [root];
  for (const pid of family) family.push(...(children.get(pid) ?? []));
  return family;
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended since it was listed.
    return 0;
  }
}

function secondsOf(pid: number): number {
  try {
    const { userSeconds, systemSeconds } = sampleProcess(pid);
    return userSeconds + systemSeconds;
  } catch {
    return 0;
  }
}
