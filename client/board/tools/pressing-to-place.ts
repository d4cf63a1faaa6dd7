import { distance, type Point } from '#shared/geometry/box.ts';
import type { BoardState } from './board-state.ts';
import { DRAG_THRESHOLD } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { DrawingBox } from './drawing-box.ts';
import { Panning } from './panning.ts';
import { PLACINGS, type Placeable } from './placings.ts';

/** A pointer is down with a tool that makes something: a click makes it at its natural size, a drag draws how large it is. */
export class PressingToPlace implements BoardState {
  readonly name = 'pressing-to-place';
  readonly cursor = 'crosshair';
  readonly #tool: Placeable;
  readonly #first: PointerInput;

  constructor(tool: Placeable, first: PointerInput) {
    this.#tool = tool;
    this.#first = first;
  }

  get #from(): Point {
    return this.#first.at;
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    if (PLACINGS[this.#tool].drawn === 'nothing') return this;
    if (distance(this.#from, input.at) < DRAG_THRESHOLD[input.type]) return this;
    return new DrawingBox(this.#tool, this.#from, board).move(input, board);
  }

  /** Two fingers always mean the view. */
  pressSecond(second: PointerInput): BoardState {
    return new Panning(this.#first, second);
  }

  release({ at }: PointerInput, board: BoardSurface): BoardState | null {
    board.placeAt(this.#tool, at);
    return null;
  }

  pageChanged(board: BoardSurface): BoardState | null {
    return board.canWrite ? this : null;
  }
}
