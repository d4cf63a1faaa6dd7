import type { Scenario } from '../plan.ts';

export interface Frames {
  readonly p50: number;
  readonly p95: number;
}

export interface Loading {
  /** From asking for the page to the picture being complete, ms. */
  readonly completeMs: number;
  /** Of script and style, as they came over the line: what a board is, whatever is on it. */
  readonly codeBytes: number;
  /** With fonts, icons and words. */
  readonly allBytes: number;
  readonly heapMb: number;
  readonly elements: number;
}

export interface DragReading extends Frames {
  /** From the hand to the screen. */
  readonly latencyP50: number;
  readonly latencyP95: number;
}

export interface RemoteReading extends Frames {
  readonly movesPerSecond: number;
}

/** What one visit to one board found. */
export interface Reading {
  readonly loading: Loading;
  readonly moving: Readonly<Record<Exclude<Scenario, 'drag' | 'remote'>, Frames | null>>;
  readonly drag: DragReading | null;
  readonly remote: RemoteReading | null;
  /** Notes in the window when zoomed out: not every program goes out far enough to show all. */
  readonly notesInFarView: number | null;
  /** What could not be measured, and why, a line each. */
  readonly failures: readonly string[];
  /** Cores that others on the machine used meanwhile. */
  readonly foreignCores: number;
}

export type Outcome =
  { readonly ok: true; readonly reading: Reading } | { readonly ok: false; readonly reason: string };
