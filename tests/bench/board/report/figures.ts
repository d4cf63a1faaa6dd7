import type { Frames, Reading } from '../visit/reading.ts';

export interface BoardFigure {
  readonly name: string;
  readonly unit: string;
  readonly of: (reading: Reading) => number | null;
  /** Only told, not compared. */
  readonly isAside?: true;
}

const kilobytes = (bytes: number): number => bytes / 1000;

const framesIn = (name: string, of: (reading: Reading) => Frames | null | undefined): BoardFigure[] => [
  { name: `${name}, frame p50`, unit: 'ms', of: (reading) => of(reading)?.p50 ?? null },
  { name: `${name}, frame p95`, unit: 'ms', of: (reading) => of(reading)?.p95 ?? null },
];

/** Less is better for all that are compared. */
export const FIGURES: readonly BoardFigure[] = [
  { name: 'first full render', unit: 'ms', of: ({ loading }) => loading.completeMs },
  ...framesIn('pan near', ({ moving }) => moving['pan-near']),
  ...framesIn('zoom near', ({ moving }) => moving['zoom-near']),
  ...framesIn('pan zoomed out', ({ moving }) => moving['pan-far']),
  ...framesIn('zoom zoomed out', ({ moving }) => moving['zoom-far']),
  { name: 'drag, input to paint p50', unit: 'ms', of: ({ drag }) => drag?.latencyP50 ?? null },
  { name: 'drag, input to paint p95', unit: 'ms', of: ({ drag }) => drag?.latencyP95 ?? null },
  ...framesIn('others move, near', ({ remote }) => remote),
  { name: 'others’ moves', unit: '/s', of: ({ remote }) => remote?.movesPerSecond ?? null, isAside: true },
  { name: 'heap after opening', unit: 'MB', of: ({ loading }) => loading.heapMb },
  { name: 'DOM elements after opening', unit: '', of: ({ loading }) => loading.elements },
  { name: 'script and style, brotli', unit: 'kB', of: ({ loading }) => kilobytes(loading.codeBytes) },
  { name: 'all that is fetched', unit: 'kB', of: ({ loading }) => kilobytes(loading.allBytes) },
  {
    name: 'notes in view, zoomed out',
    unit: '',
    of: ({ notesInFarView }) => notesInFarView,
    isAside: true,
  },
  { name: 'cores used by others', unit: '', of: ({ foreignCores }) => foreignCores, isAside: true },
];
