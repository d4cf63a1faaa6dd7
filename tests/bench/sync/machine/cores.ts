import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * The generator has the last core to itself and the server all the others, so that neither is measured by the other's leave. Where
 * `taskset` is missing they share.
 */
export const keepServerOffLastCore = (pid: number): void => pin(pid, `0-${availableParallelism() - 2}`);

export const keepToLastCore = (pid: number): void => pin(pid, String(availableParallelism() - 1));

function pin(pid: number, cores: string): void {
  if (availableParallelism() < 2) return;
  spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cores, String(pid)], { stdio: 'ignore' });
}
