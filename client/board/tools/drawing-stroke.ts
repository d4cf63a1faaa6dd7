import { distance } from '#shared/geometry/box.ts';
import { toBoard } from '../core/camera.ts';
import { InkPen } from '../ink/ink-pen.ts';
import { EVEN_PRESSURE } from '../ink/ink-point.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Panning } from './panning.ts';

/** How far the stored line may lie from the drawn one, CSS pixels: nobody sees less. */
const TOLERANCE = 0.4;

/** A second finger that comes before the first has drawn this far means the view, CSS pixels. */
const PINCH_WITHIN = 24;

/** The hand draws. Others see it as it happens; the document is written once, when the hand lets go. */
export class DrawingStroke implements BoardState {
  readonly name = 'drawing-stroke';
  readonly cursor = 'crosshair';
  readonly #first: PointerInput;
  readonly #pen: InkPen;
  #farthest = 0;

  constructor(first: PointerInput, board: BoardSurface) {
    this.#first = first;
    this.#pen = new InkPen(TOLERANCE / board.camera.zoom);
    this.#draw(first, board);
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    this.#farthest = Math.max(this.#farthest, distance(input.at, this.#first.at));
    this.#draw(input, board);
    return this;
  }

  /** Later, another finger or the side of a hand is no part of it. */
  pressSecond(second: PointerInput, board: BoardSurface): BoardState | undefined {
    if (second.type !== 'touch' || this.#farthest > PINCH_WITHIN) return undefined;
    board.ink.showStroke(null);
    return new Panning(this.#first, second);
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    board.ink.writeStroke(this.#pen.finish());
    return null;
  }

  cancel(board: BoardSurface): void {
    board.ink.showStroke(null);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    if (board.canWrite) return this;
    board.ink.showStroke(null);
    return null;
  }

  #draw({ at, samples = [{ at, pressure: EVEN_PRESSURE }] }: PointerInput, board: BoardSurface): void {
    for (const sample of samples) {
      const [x, y] = toBoard(board.camera, sample.at);
      this.#pen.add([x, y, sample.pressure]);
    }
    board.ink.showStroke(this.#pen);
  }
}
