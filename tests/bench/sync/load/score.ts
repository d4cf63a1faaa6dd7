import type { Histogram } from './histogram.ts';
import type { Tally } from './tally.ts';

/** Where all clients of a crowd count what they get. */
export interface Score {
  edits: Tally | null;
  pointers: Tally | null;
  saved: Histogram | null;
  /** Updates that arrived before what they build on. */
  gaps: number;
}
