import { INK_POINTS_MAX } from '#shared/content/kinds/stroke.ts';
import type { InkPoint } from './ink-point.ts';
import { simplifyInk } from './simplify-ink.ts';

/** How far the line follows the hand at each point: what trembles is drawn steady. */
const FOLLOWS = 0.7;

/** So many points are outlined anew in each frame; what was drawn before them is settled. */
const TIP_MAX = 600;

/** A stroke being drawn. */
export class InkPen {
  /** What is settled of the stroke, in pieces that begin where the one before ends. */
  readonly settled: (readonly InkPoint[])[] = [];
  #tip: InkPoint[] = [];
  #last: InkPoint | null = null;
  readonly #tolerance: number;

  /** `tolerance`: how far the stored line may lie from the drawn one, board units. */
  constructor(tolerance: number) {
    this.#tolerance = tolerance;
  }

  /** What still changes, from the end of what is settled. */
  get tip(): readonly InkPoint[] {
    return this.#tip;
  }

  add(point: InkPoint): void {
    const last = this.#tip.at(-1);
    this.#last = point;
    this.#tip.push(last === undefined ? point : between(last, point));
    if (this.#tip.length >= TIP_MAX) this.#settle();
  }

  /** The points of the finished stroke, in pieces that can be stored. */
  finish(): readonly (readonly InkPoint[])[] {
    if (this.#last !== null && this.#tip.at(-1) !== this.#last) this.#tip.push(this.#last);
    this.#settle();
    const points = this.settled.flatMap((piece, index) => (index === 0 ? piece : piece.slice(1)));
    return cut(points);
  }

  #settle(): void {
    const end = this.#tip.at(-1);
    if (end === undefined || (this.#tip.length === 1 && this.settled.length > 0)) return;
    this.settled.push(simplifyInk(this.#tip, this.#tolerance));
    this.#tip = [end];
  }
}

const between = (a: InkPoint, b: InkPoint): InkPoint => [
  a[0] + (b[0] - a[0]) * FOLLOWS,
  a[1] + (b[1] - a[1]) * FOLLOWS,
  a[2] + (b[2] - a[2]) * FOLLOWS,
];

/** Each piece begins with the point that the one before ends with, so that no gap is seen. */
function cut(points: readonly InkPoint[]): readonly (readonly InkPoint[])[] {
  const pieces: (readonly InkPoint[])[] = [];
  for (let from = 0; from === 0 || from < points.length - 1; from += INK_POINTS_MAX - 1)
    pieces.push(points.slice(from, from + INK_POINTS_MAX));
  return pieces;
}
