import type { Box } from '#shared/content/board-object.ts';
import { between, type Point } from '#shared/geometry/box.ts';
import { toBoard } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import type { Placeable } from './placings.ts';

/** Drawing how large something is to be: it is made when the hand lets go. */
export class DrawingBox implements BoardState {
  readonly name = 'drawing-box';
  readonly cursor = 'crosshair';
  readonly #tool: Placeable;
  /** On the board, so that the wheel may move the view meanwhile. */
  readonly #from: Point;
  #box: Box;

  constructor(tool: Placeable, from: Point, board: BoardSurface) {
    this.#tool = tool;
    this.#from = toBoard(board.camera, from);
    this.#box = [...this.#from, 0, 0];
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    this.#box = between(this.#from, toBoard(board.camera, at));
    board.showMarquee(this.#box);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.showMarquee(null);
    board.placeIn(this.#tool, this.#box);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showMarquee(null);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    if (board.canWrite) return this;
    board.showMarquee(null);
    return null;
  }
}
