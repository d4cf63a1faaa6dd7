import { readdirSync, readFileSync } from 'node:fs';
import { sampleMachine, sampleProcess } from '../sync/machine/process-sample.ts';
import type { Machinery } from './machinery.ts';

/** Who used the processors between two moments, in cores. */
export interface ClusterUsage {
  readonly nodes: number;
  readonly postgres: number;
  readonly redis: number;
  /** All three. */
  readonly all: number;
  readonly generator: number;
  /** Everybody else: what disturbs a measurement. */
  readonly foreign: number;
  /** Of the largest server, MB. */
  readonly rssMb: number;
}

/** Starts watching; the function it returns tells what has been used since. */
export function watchCluster({
  nodes,
  postgresPid,
  redisPid,
}: Pick<Machinery, 'nodes' | 'postgresPid' | 'redisPid'>): () => ClusterUsage {
  const pids = nodes.map(({ pid }) => pid);
  const sample = () => ({
    at: performance.now() / 1000,
    nodes: secondsOf(pids),
    postgres: secondsOf([postgresPid, ...childrenOf(postgresPid)]),
    redis: secondsOf([redisPid]),
    machine: sampleMachine(),
  });
  const before = sample();
  const generatorBefore = process.cpuUsage();
  return () => {
    const after = sample();
    const generatorUsed = process.cpuUsage(generatorBefore);
    const seconds = after.at - before.at;
    const used = (what: 'nodes' | 'postgres' | 'redis' | 'machine') => (after[what] - before[what]) / seconds;
    const all = used('nodes') + used('postgres') + used('redis');
    const generator = (generatorUsed.user + generatorUsed.system) / 1e6 / seconds;
    return {
      nodes: used('nodes'),
      postgres: used('postgres'),
      redis: used('redis'),
      all,
      generator,
      foreign: Math.max(0, used('machine') - all - generator),
      rssMb: Math.max(...pids.map((pid) => sampleProcess(pid).rssBytes)) / 1e6,
    };
  };
}

const secondsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const { userSeconds, systemSeconds } = sampleProcess(pid);
    return sum + userSeconds + systemSeconds;
  }, 0);

/** PostgreSQL has a process a connection; the servers' pools keep theirs. */
const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && parentOf(pid) === parent);

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    // It has ended since it was listed.
    return null;
  }
}
