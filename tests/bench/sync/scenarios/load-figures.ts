import type { LoadReading } from '../load/measure-load.ts';
import type { Figure } from '../scenario.ts';

/** What is told of every load offered: how late, at what cost. */
export const loadFigures: readonly Figure<LoadReading>[] = [
  { name: 'edit p50', unit: 'ms', better: 'lower', of: (r) => r.edits.p50 },
  { name: 'edit p95', unit: 'ms', better: 'lower', of: (r) => r.edits.p95 },
  { name: 'edit p99', unit: 'ms', better: 'lower', of: (r) => r.edits.p99 },
  { name: 'pointer p50', unit: 'ms', better: 'lower', of: (r) => r.pointers.p50 },
  { name: 'pointer p99', unit: 'ms', better: 'lower', of: (r) => r.pointers.p99 },
  { name: 'saved p50', unit: 'ms', better: 'none', of: (r) => r.saved.p50 },
  { name: 'saved p99', unit: 'ms', better: 'none', of: (r) => r.saved.p99 },
  { name: 'server CPU', unit: 'cores', better: 'lower', of: (r) => r.usage.serverCpu },
  { name: 'server RSS', unit: 'MB', better: 'lower', of: (r) => r.usage.rssMb },
  { name: 'frames to clients', unit: '/s', better: 'lower', of: (r) => r.framesPerSecond },
  { name: 'bytes on the wire', unit: 'MB/s', better: 'lower', of: (r) => r.megabytesPerSecond },
  {
    name: 'deliveries',
    unit: '/s',
    better: 'none',
    of: ({ delivered }) => delivered.edits + delivered.pointers,
  },
  { name: 'deliveries missing', unit: '', better: 'none', of: (r) => r.edits.missing + r.pointers.missing },
];
