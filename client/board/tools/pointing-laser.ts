import { toBoard } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Panning } from './panning.ts';

/** The hand points: everybody sees where, and nothing of it stays. */
export class PointingLaser implements BoardState {
  readonly name = 'pointing-laser';
  readonly cursor = 'crosshair';
  readonly #first: PointerInput;

  constructor(first: PointerInput, board: BoardSurface) {
    this.#first = first;
    this.move(first, board);
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    board.ink.showLaser(toBoard(board.camera, at));
    return this;
  }

  pressSecond(second: PointerInput, board: BoardSurface): BoardState | undefined {
    if (second.type !== 'touch') return undefined;
    board.ink.showLaser(null);
    return new Panning(this.#first, second);
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.ink.showLaser(null);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.ink.showLaser(null);
  }
}
