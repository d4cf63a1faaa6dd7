import { DRAWING_COLORS, LINE_WIDTHS } from '#shared/content/kinds/drawing.ts';
import { INK_TOOLS } from '#shared/content/kinds/stroke.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { InkStyle } from './ink-style.ts';

/** Presence counts in quarters of a board unit: fine enough for handwriting at the closest zoom, and short to tell. */
const PARTS = 4;
/** The end of a line is told again and again, so that a message that is lost leaves no gap. */
const POINTS_TOLD = 64;
/** A presence state may be a kilobyte (`awarenessMaxBytes`), and a pointer has to go into it as well. */
const CHARACTERS_TOLD = 560;
/** More than any pen of ours tells. */
const NUMBERS_READ = 4 * POINTS_TOLD;
const INDEX_MAX = 1_000_000;

export const SHOWN_TOOLS = [...INK_TOOLS, 'laser'] as const;
export type ShownTool = (typeof SHOWN_TOOLS)[number];

export interface ShownStyle extends Omit<InkStyle, 'tool'> {
  readonly tool: ShownTool;
}

/** The end of a line that somebody is drawing, as presence carries it. */
export interface ShownInk {
  /** Counts the lines of its author, to tell the next one from this. */
  readonly line: number;
  readonly tool: string;
  readonly color: string;
  readonly width: string;
  /** Which point of the line is the first here. */
  readonly at: number;
  /** Across and down in quarters of a unit: the first point, then the step to each next. */
  readonly steps: readonly number[];
}

/** Tells others of a line while it is drawn. */
export class InkTelling {
  readonly #line: number;
  readonly #style: ShownStyle;
  #points: (readonly [number, number])[] = [];
  #at = 0;

  constructor(line: number, style: ShownStyle) {
    this.#line = line;
    this.#style = style;
  }

  add([x, y]: Point): void {
    const point = [Math.round(x * PARTS), Math.round(y * PARTS)] as const;
    const last = this.#points.at(-1);
    if (last?.[0] === point[0] && last[1] === point[1]) return;
    this.#points.push(point);
    if (this.#points.length > POINTS_TOLD) this.#drop();
  }

  shown(): ShownInk {
    while (this.#steps().join().length > CHARACTERS_TOLD) this.#drop();
    const { tool, color, lineWidth } = this.#style;
    return { line: this.#line, tool, color, width: lineWidth, at: this.#at, steps: this.#steps() };
  }

  #drop(): void {
    this.#points.shift();
    this.#at += 1;
  }

  #steps(): readonly number[] {
    return this.#points.flatMap(([x, y], index) => {
      const before = this.#points[index - 1] ?? [0, 0];
      return [x - before[0], y - before[1]];
    });
  }
}

export interface ReadInk {
  readonly line: number;
  readonly style: ShownStyle;
  readonly at: number;
  readonly points: readonly Point[];
}

/** It comes from other people's browsers as they please; `null` for what is not of the form. */
export function readShownInk(ink: Readonly<Record<string, unknown>>): ReadInk | null {
  const { line, at, steps } = ink;
  const tool = oneOf(SHOWN_TOOLS, ink['tool']);
  const color = oneOf(DRAWING_COLORS, ink['color']);
  const lineWidth = oneOf(LINE_WIDTHS, ink['width']);
  if (tool === null || color === null || lineWidth === null) return null;
  if (!isIndex(line) || !isIndex(at) || !isSteps(steps)) return null;
  return { line, at, style: { tool, color, lineWidth }, points: pointsOf(steps) };
}

function pointsOf(steps: readonly number[]): readonly Point[] {
  let [x, y] = [0, 0];
  const points: Point[] = [];
  for (let index = 0; index < steps.length; index += 2) {
    x += steps[index] ?? 0;
    y += steps[index + 1] ?? 0;
    points.push([x / PARTS, y / PARTS]);
  }
  return points;
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | null =>
  all.find((each) => each === value) ?? null;

const isIndex = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= INDEX_MAX;

const isSteps = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length % 2 === 0 &&
  value.length <= NUMBERS_READ &&
  value.every((step) => Number.isInteger(step));
