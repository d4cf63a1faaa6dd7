import { center } from '#shared/geometry/box.ts';
import { toBoard } from '../core/camera.ts';
import type { HandleFrame } from '../core/handles.ts';
import { angleTo } from '../core/resized.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';

/** The handle above what is selected is led around it. With Shift the turn goes in steps. */
export class Turning implements BoardState {
  readonly name = 'turning';
  readonly cursor = 'grabbing';
  readonly #frame: HandleFrame;
  #angle: number | null = null;

  constructor(frame: HandleFrame) {
    this.#frame = frame;
  }

  move({ at, isEven }: PointerInput, board: BoardSurface): BoardState {
    this.#angle = angleTo(center(this.#frame.box), toBoard(board.camera, at), isEven);
    board.showTurn(this.#angle);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    if (this.#angle !== null) board.commitTurn(this.#angle);
    board.showTurn(null);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showTurn(null);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    if (board.canWrite && board.handles !== null) return this;
    board.showTurn(null);
    return null;
  }
}
