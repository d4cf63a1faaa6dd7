import type { Box } from '#shared/content/board-object.ts';

export type Point = readonly [x: number, y: number];

export const center = ([x, y, width, height]: Box): Point => [x + width / 2, y + height / 2];

/** Boxes that only share an edge do not overlap. */
export const overlaps = (a: Box, b: Box): boolean =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

export const contains = ([x, y, width, height]: Box, [px, py]: Point): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

export const translate = ([x, y, width, height]: Box, dx: number, dy: number): Box => [
  x + dx,
  y + dy,
  width,
  height,
];

/** Grows by `margin` on every side; a negative margin shrinks, at most to nothing. */
export function inflate([x, y, width, height]: Box, margin: number): Box {
  const dx = Math.max(margin, -width / 2);
  const dy = Math.max(margin, -height / 2);
  return [x - dx, y - dy, width + 2 * dx, height + 2 * dy];
}

/** The box between two opposite corners, in whatever order they come. */
export const between = (a: Point, b: Point): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.abs(a[0] - b[0]),
  Math.abs(a[1] - b[1]),
];

/** The smallest box around all; `null` around nothing. */
export function around(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? null : [left, top, right - left, bottom - top];
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
