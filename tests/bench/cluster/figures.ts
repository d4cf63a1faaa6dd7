import type { ClusterReading } from './measure-arrangement.ts';

export interface ClusterFigure {
  readonly name: string;
  readonly of: (reading: ClusterReading) => number | null;
}

const deliveries = ({ load: { delivered } }: ClusterReading): number => delivered.edits + delivered.pointers;

export const FIGURES: readonly ClusterFigure[] = [
  { name: 'edit p50, ms', of: ({ load }) => load.edits.p50 },
  { name: 'edit p99, ms', of: ({ load }) => load.edits.p99 },
  { name: 'saved p50, ms', of: ({ load }) => load.saved.p50 },
  { name: 'saved p99, ms', of: ({ load }) => load.saved.p99 },
  { name: 'deliveries, /s', of: deliveries },
  { name: 'deliveries missing', of: ({ load }) => load.edits.missing + load.pointers.missing },
  { name: 'CPU of the servers, cores', of: ({ busy }) => busy.nodes },
  { name: 'CPU of PostgreSQL, cores', of: ({ busy }) => busy.postgres },
  { name: 'CPU of Redis, cores', of: ({ busy }) => busy.redis },
  { name: 'CPU a delivery, all three, µs', of: (r) => (r.busy.all / deliveries(r)) * 1e6 },
  { name: 'CPU with nobody doing anything, all three, cores', of: ({ idle }) => idle.all },
  { name: 'RSS of the largest server, MB', of: ({ busy }) => busy.rssMb },
  { name: 'CPU of others on the machine, cores', of: ({ busy }) => busy.foreign },
  { name: 'CPU of the generator, cores', of: ({ busy }) => busy.generator },
];
