import { distance } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardState } from './board-state.ts';
import { DRAG_THRESHOLD } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Dragging } from './dragging.ts';
import { Panning } from './panning.ts';

/** A finger that rests on an object this long means the object, not the board under it. */
export const HOLD_MS = 350;

/**
 * A finger is down. One that rests and is lifted asks for the menu. On a crowded board nearly every place is an object, so a finger that moves means the board, unless the object under it
 * was selected before or the finger rested on it first: nobody moves others' cards by trying to look around.
 */
export class Touching implements BoardState {
  readonly name = 'touching';
  readonly #first: PointerInput;
  readonly #id: ObjectId | null;
  #means: 'board' | 'object';
  #isHeld = false;

  constructor(first: PointerInput, id: ObjectId | null, board: BoardSurface) {
    this.#first = first;
    this.#id = id;
    this.#means = id !== null && board.selection.has(id) ? 'object' : 'board';
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    if (distance(this.#first.at, input.at) < DRAG_THRESHOLD.touch) return this;
    const follows =
      this.#means === 'object' && board.canWrite
        ? new Dragging(this.#first.at, board)
        : new Panning(this.#first);
    return follows.move(input, board);
  }

  held(board: BoardSurface): BoardState {
    this.#isHeld = true;
    if (this.#id === null) return this;
    if (!board.selection.has(this.#id)) board.select(board.together(this.#id));
    this.#means = 'object';
    return this;
  }

  pressSecond(second: PointerInput): BoardState {
    return new Panning(this.#first, second);
  }

  release({ double, at }: PointerInput, board: BoardSurface): BoardState | null {
    if (this.#isHeld && this.#id !== null && board.selection.has(this.#id)) {
      board.openMenuAt(at);
      return null;
    }
    board.select(this.#id === null ? [] : board.together(this.#id));
    if (this.#isHeld) board.openMenuAt(at);
    else if (double && this.#id !== null) board.edit(this.#id);
    else if (double && board.canWrite) board.writeAt(at);
    return null;
  }
}
