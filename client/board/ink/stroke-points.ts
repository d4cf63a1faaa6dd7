import type { Box } from '#shared/content/board-object.ts';
import { INK_SCALE, INK_STRIDE } from '#shared/content/kinds/stroke.ts';
import { inkReach, type InkStyle } from './ink-style.ts';
import type { InkPoint } from './ink-point.ts';

const PRESSURE_SCALE = 100;

/** A stroke as it is stored: its box holds the whole width of the line, on whole units so that no move rounds it into another shape. */
export function packStroke(
  points: readonly InkPoint[],
  style: Pick<InkStyle, 'tool' | 'lineWidth'>,
): { readonly box: Box; readonly points: readonly number[] } {
  const reach = inkReach(style) + 1;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x - reach);
    top = Math.min(top, y - reach);
    right = Math.max(right, x + reach);
    bottom = Math.max(bottom, y + reach);
  }
  [left, top] = [Math.floor(left), Math.floor(top)];
  const box: Box = [left, top, Math.ceil(right) - left, Math.ceil(bottom) - top];
  return {
    box,
    points: points.flatMap(([x, y, pressure]) => [
      share((x - left) / box[2], INK_SCALE),
      share((y - top) / box[3], INK_SCALE),
      share(pressure, PRESSURE_SCALE),
    ]),
  };
}

/** The points of a stored stroke from the top left corner of its box, which may have been stretched since. */
export function unpackStroke(stored: unknown, width: number, height: number): readonly InkPoint[] {
  if (!Array.isArray(stored)) return [];
  const numbers = stored as readonly number[];
  const points: InkPoint[] = [];
  for (let at = 0; at + INK_STRIDE <= numbers.length; at += INK_STRIDE) {
    const [x = 0, y = 0, pressure = 0] = numbers.slice(at, at + INK_STRIDE);
    points.push([(x / INK_SCALE) * width, (y / INK_SCALE) * height, pressure / PRESSURE_SCALE]);
  }
  return points;
}

const share = (part: number, scale: number): number => Math.round(Math.min(1, Math.max(0, part)) * scale);
