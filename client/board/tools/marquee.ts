import { between, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';

/** Drawing a rectangle: what it touches is selected, with what was selected before when adding. */
export class Marquee implements BoardState {
  readonly name = 'marquee';
  readonly cursor = 'crosshair';
  /** On the board, so that the wheel may move the view meanwhile. */
  readonly #from: Point;
  readonly #before: ReadonlySet<ObjectId>;

  constructor(from: Point, before: ReadonlySet<ObjectId>, board: BoardSurface) {
    this.#from = toBoard(board.camera, from);
    this.#before = new Set(before);
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    const box = between(this.#from, toBoard(board.camera, at));
    board.showMarquee(box);
    board.select([...this.#before, ...board.within(box).flatMap((id) => board.together(id))]);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.showMarquee(null);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showMarquee(null);
    board.select(this.#before);
  }
}
