import { around, center, distance, type Point } from '#shared/geometry/box.ts';
import { isWithin } from '#shared/geometry/line.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import { DRAG_THRESHOLD, type BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Panning } from './panning.ts';

/** Corners of the lasso closer than this tell nothing new, CSS pixels. */
const STEP = 3;

/** Drawing a line around objects: those whose middle lies within are selected, with what was selected before when adding. */
export class Lassoing implements BoardState {
  readonly name = 'lassoing';
  readonly cursor = 'crosshair';
  readonly #first: PointerInput;
  readonly #before: ReadonlySet<ObjectId>;
  #points: readonly Point[];
  #at: Point;

  constructor(first: PointerInput, board: BoardSurface) {
    this.#first = first;
    this.#at = first.at;
    this.#before = new Set(first.adds ? board.selection : []);
    this.#points = [toBoard(board.camera, first.at)];
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    if (distance(at, this.#at) < STEP) return this;
    this.#at = at;
    this.#points = [...this.#points, toBoard(board.camera, at)];
    board.ink.showLasso(this.#points);
    return this;
  }

  pressSecond(second: PointerInput, board: BoardSurface): BoardState | undefined {
    if (second.type !== 'touch') return undefined;
    board.ink.showLasso(null);
    return new Panning(this.#first, second);
  }

  /** Without a line it was a click: on one object, or on none. */
  release({ at, type }: PointerInput, board: BoardSurface): BoardState | null {
    const hit = board.hit(at);
    const isClick = distance(at, this.#first.at) < DRAG_THRESHOLD[type] && this.#points.length < 4;
    board.select([...this.#before, ...(isClick ? (hit === null ? [] : [hit]) : this.#within(board))]);
    board.ink.showLasso(null);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.ink.showLasso(null);
  }

  #within(board: BoardSurface): readonly ObjectId[] {
    const bounds = around(this.#points.map(([x, y]) => [x, y, 0, 0] as const));
    if (bounds === null) return [];
    return board.within(bounds).filter((id) => {
      const box = board.boxOf(id);
      return box !== null && isWithin(center(box), this.#points);
    });
  }
}
