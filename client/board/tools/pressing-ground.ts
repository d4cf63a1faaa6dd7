import { distance, type Point } from '#shared/geometry/box.ts';
import type { BoardState } from './board-state.ts';
import { DRAG_THRESHOLD } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Marquee } from './marquee.ts';

/** A mouse or pen is down where nothing lies: a click puts the selection down, a drag draws around objects. */
export class PressingGround implements BoardState {
  readonly name = 'pressing-ground';
  readonly #from: Point;
  readonly #adds: boolean;

  constructor({ at, adds }: PointerInput, board: BoardSurface) {
    this.#from = at;
    this.#adds = adds;
    if (!adds) board.select([]);
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    if (distance(this.#from, input.at) < DRAG_THRESHOLD[input.type]) return this;
    return new Marquee(this.#from, this.#adds ? board.selection : new Set(), board).move(input, board);
  }

  release({ at, double }: PointerInput, board: BoardSurface): BoardState | null {
    if (double && board.canWrite) board.writeAt(at);
    return null;
  }
}
