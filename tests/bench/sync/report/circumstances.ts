import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** What was measured, on what, when. */
export interface Circumstances {
  readonly commit: string;
  readonly node: string;
  readonly cores: number;
  readonly started: string;
  readonly minutes: number;
}

export const circumstancesSince = (started: Date): Circumstances => ({
  commit: commit(),
  node: process.version,
  cores: availableParallelism(),
  started: started.toISOString(),
  minutes: Math.round((Date.now() - started.getTime()) / 60_000),
});

/** Without a full stop. */
export const inWords = ({ commit: at, node, cores, started, minutes }: Circumstances): string =>
  `Commit ${at}, Node ${node}, ${cores} cores; ${started.slice(0, 16).replace('T', ' ')} UTC, ${minutes} min`;

/** What the tree was at; marked when something in it had not been committed. */
function commit(): string {
  const git = (...args: readonly string[]): string =>
    spawnSync('git', [...args], { encoding: 'utf8' }).stdout.trim();
  const isClean = git('status', '--porcelain', '--untracked-files=no', 'server', 'shared') === '';
  return git('rev-parse', '--short', 'HEAD') + (isClean ? '' : ' and changes');
}
