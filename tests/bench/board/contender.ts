import type { Point } from '#shared/geometry/box.ts';
import type { BenchBrowser } from './chromium/bench-browser.ts';
import type { PlainBoard } from './boards/plain-board.ts';

export const CONTENDER_IDS = ['vagval', 'excalidraw', 'tldraw', 'svelteflow'] as const;
export type ContenderId = (typeof CONTENDER_IDS)[number];

/** Which part of the board is in the middle of the window, and how many CSS pixels a board unit is. */
export interface Look {
  readonly center: Point;
  readonly zoom: number;
}

/** A board as one program has it, ready to be visited many times. */
export interface Contender {
  readonly id: ContenderId;
  readonly title: string;
  /** Goes there in a fresh browser. `look`: what the first view is to show, where that can be asked for. */
  visit(browser: BenchBrowser, board: PlainBoard, look: Look): Promise<void>;
  /** Lets others move these objects, at 100 moves a second in all; `null` when the page moves them itself. */
  moveRemotely: ((board: PlainBoard, ids: readonly string[]) => Promise<RemoteMovers>) | null;
}

export interface RemoteMovers {
  /** Ends it. Resolves to how many moves were sent a second. */
  stop(): Promise<number>;
}
