import type { Box } from '#shared/content/board-object.ts';
import { around, translate, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import { ALL_ANCHORS } from '../core/snapping.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Snapper } from './snapper.ts';

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
  readonly #snapper: Snapper;
  #moved = new Map<ObjectId, Box>();

  constructor(from: Point, board: BoardSurface) {
    this.#from = toBoard(board.camera, from);
    for (const id of board.carried(board.takeHold())) {
      const box = board.boxOf(id);
      if (box !== null) this.#start.set(id, box);
    }
    this.#snapper = new Snapper(this.#start.keys());
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    const [dx, dy] = this.#way(input, board);
    this.#moved = new Map([...this.#start].map(([id, box]) => [id, translate(box, dx, dy)]));
    board.showMove(this.#moved);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.commitMove(this.#moved);
    this.cancel(board);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showMove(null);
    board.showGuides([]);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    for (const id of this.#start.keys()) if (board.boxOf(id) === null) this.#letGo(id);
    if (this.#start.size > 0 && board.canWrite) return this;
    this.cancel(board);
    return null;
  }

  /** As far as the hand has gone, and what is missing to be in line with something. */
  #way({ at, isFree }: PointerInput, board: BoardSurface): Point {
    const [x, y] = toBoard(board.camera, at);
    const way: Point = [x - this.#from[0], y - this.#from[1]];
    const extent = around([...this.#start].map(([id, box]) => board.seenBoxOf(id) ?? box));
    if (extent === null) return way;
    const found = this.#snapper.snap(
      translate(extent, ...way),
      { x: ALL_ANCHORS, y: ALL_ANCHORS },
      isFree,
      board,
    );
    return [way[0] + found.dx, way[1] + found.dy];
  }

  #letGo(id: ObjectId): void {
    this.#start.delete(id);
    this.#moved.delete(id);
  }
}
