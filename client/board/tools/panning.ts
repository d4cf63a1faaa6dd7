import type { Point } from '#shared/geometry/box.ts';
import { pan, pinch } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';

/**
 * One hand or two fingers hold the ground: it follows one, and what is between two stays between them. A finger may come and go; the
 * ground never jumps.
 */
export class Panning implements BoardState {
  readonly name = 'panning';
  readonly cursor = 'grabbing';
  readonly #held = new Map<number, Point>();

  constructor(...pointers: readonly Pick<PointerInput, 'id' | 'at'>[]) {
    for (const { id, at } of pointers) this.#held.set(id, at);
  }

  move({ id, at }: PointerInput, board: BoardSurface): BoardState {
    const before = [...this.#held.values()];
    this.#held.set(id, at);
    const [a, b] = before;
    const [c, d] = this.#held.values();
    if (a === undefined || c === undefined) return this;
    board.camera =
      b === undefined || d === undefined
        ? pan(board.camera, c[0] - a[0], c[1] - a[1])
        : pinch(board.camera, [a, b], [c, d]);
    return this;
  }

  pressSecond({ id, at }: PointerInput): BoardState {
    this.#held.set(id, at);
    return this;
  }

  release({ id }: PointerInput): BoardState | null {
    this.#held.delete(id);
    return this.#held.size === 0 ? null : this;
  }
}
