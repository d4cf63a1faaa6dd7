import type { BoardSurface, PointerInput } from './board-surface.ts';

/**
 * What the pointers are doing just now. Each event gives the state that follows, often the same one, or `null` when the gesture is
 * over. A state holds what its gesture needs and nothing else, so that leaving it leaves nothing behind.
 */
export interface BoardState {
  readonly name: string;
  /** The cursor to show, as in CSS; the tool's own when left out. */
  readonly cursor?: string;
  /** The first pointer goes down. */
  press?(input: PointerInput, board: BoardSurface): BoardState;
  /** Another finger goes down while the first is; `undefined` when it has no part in the gesture. */
  pressSecond?(input: PointerInput, board: BoardSurface): BoardState | undefined;
  move?(input: PointerInput, board: BoardSurface): BoardState;
  release?(input: PointerInput, board: BoardSurface): BoardState | null;
  /** The pointer has been held still. */
  held?(board: BoardSurface): BoardState;
  /** Escape, a lost pointer, another tool: undo what was only shown. */
  cancel?(board: BoardSurface): void;
  /** Something on the page has changed under the gesture, or the right to write. */
  pageChanged?(board: BoardSurface): BoardState | null;
}

/** A hand that shakes by less has clicked, not dragged; CSS pixels. */
export const DRAG_THRESHOLD = { mouse: 4, pen: 6, touch: 10 } as const;
