import { distance, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardState } from './board-state.ts';
import { DRAG_THRESHOLD } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Dragging } from './dragging.ts';

/** A mouse or pen is down on an object: a click selects it, a second click writes in it, a drag moves it and all that is selected with it. */
export class PressingObject implements BoardState {
  readonly name = 'pressing-object';
  readonly #from: Point;
  readonly #id: ObjectId;
  /** The object, and its group unless it alone is meant. */
  readonly #taken: readonly ObjectId[];
  readonly #adds: boolean;
  readonly #wasSelected: boolean;

  constructor({ at, adds, alone = false }: PointerInput, id: ObjectId, board: BoardSurface) {
    this.#from = at;
    this.#id = id;
    this.#taken = alone ? [id] : board.together(id);
    this.#adds = adds;
    this.#wasSelected = board.selection.has(id) && !alone;
    // At once, so that the hand sees what it has taken; what else is selected is let go of only by a click.
    if (!this.#wasSelected) board.select(adds ? [...board.selection, ...this.#taken] : this.#taken);
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    if (distance(this.#from, input.at) < DRAG_THRESHOLD[input.type] || !board.canWrite) return this;
    return new Dragging(this.#from, board).move(input, board);
  }

  release({ double }: PointerInput, board: BoardSurface): BoardState | null {
    if (this.#adds && this.#wasSelected)
      board.select([...board.selection].filter((id) => !this.#taken.includes(id)));
    else if (!this.#adds) board.select(this.#taken);
    if (double && !this.#adds) board.edit(this.#id);
    return null;
  }
}
