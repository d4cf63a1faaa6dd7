import type { Box } from '#shared/content/board-object.ts';
import { translate, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';

/**
 * The selected objects follow the hand. Others see it as it happens; the document is written once, when the hand lets go. An object that
 * somebody takes away meanwhile is let go of, and so is everything when writing is locked.
 */
export class Dragging implements BoardState {
  readonly name = 'dragging';
  readonly cursor = 'grabbing';
  /** On the board, so that the wheel may move the view meanwhile. */
  readonly #from: Point;
  readonly #start = new Map<ObjectId, Box>();
  #moved = new Map<ObjectId, Box>();

  constructor(from: Point, board: BoardSurface) {
    this.#from = toBoard(board.camera, from);
    for (const id of board.carried(board.takeHold())) {
      const box = board.boxOf(id);
      if (box !== null) this.#start.set(id, box);
    }
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    const [x, y] = toBoard(board.camera, at);
    this.#moved = new Map(
      [...this.#start].map(([id, box]) => [id, translate(box, x - this.#from[0], y - this.#from[1])]),
    );
    board.showMove(this.#moved);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.commitMove(this.#moved);
    board.showMove(null);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showMove(null);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    for (const id of this.#start.keys()) if (board.boxOf(id) === null) this.#letGo(id);
    if (this.#start.size > 0 && board.canWrite) return this;
    board.showMove(null);
    return null;
  }

  #letGo(id: ObjectId): void {
    this.#start.delete(id);
    this.#moved.delete(id);
  }
}
