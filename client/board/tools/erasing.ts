import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Panning } from './panning.ts';

/** Half of what the eraser covers, CSS pixels: a finger covers more than it means. */
const RADIUS = { mouse: 6, pen: 6, touch: 12 } as const;

/** The strokes that the hand comes upon fade, and are gone when it lets go. */
export class Erasing implements BoardState {
  readonly name = 'erasing';
  readonly cursor = 'crosshair';
  readonly #first: PointerInput;
  readonly #erased = new Set<ObjectId>();
  #at: Point;

  constructor(first: PointerInput, board: BoardSurface) {
    this.#first = first;
    this.#at = toBoard(board.camera, first.at);
    this.move(first, board);
  }

  move({ at, type, samples = [] }: PointerInput, board: BoardSurface): BoardState {
    for (const place of [...samples.map((sample) => sample.at), at]) {
      const next = toBoard(board.camera, place);
      const found = board.ink.strokesAlong(this.#at, next, RADIUS[type] / board.camera.zoom);
      for (const id of found) this.#erased.add(id);
      this.#at = next;
    }
    board.ink.showErased(new Set(this.#erased));
    return this;
  }

  pressSecond(second: PointerInput, board: BoardSurface): BoardState | undefined {
    if (second.type !== 'touch' || this.#erased.size > 0) return undefined;
    board.ink.showErased(new Set());
    return new Panning(this.#first, second);
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.ink.erase(this.#erased);
    board.ink.showErased(new Set());
    return null;
  }

  cancel(board: BoardSurface): void {
    board.ink.showErased(new Set());
  }

  pageChanged(board: BoardSurface): BoardState | null {
    for (const id of this.#erased) if (board.boxOf(id) === null) this.#erased.delete(id);
    if (board.canWrite) return this;
    board.ink.showErased(new Set());
    return null;
  }
}
