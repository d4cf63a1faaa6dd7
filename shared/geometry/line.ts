import type { Point } from './box.ts';

/** Whether two straight lines cross. Those that lie along each other do not. */
export function linesCross(a: Point, b: Point, c: Point, d: Point): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

const side = (from: Point, to: Point, point: Point): number =>
  Math.sign((to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]));

/** Whether a point lies within a closed line, counted by how often a ray from it crosses the line. */
export function isWithin(point: Point, polygon: readonly Point[]): boolean {
  let within = false;
  let before = polygon.at(-1);
  for (const corner of polygon) {
    if (before !== undefined && crossesRay(point, before, corner)) within = !within;
    before = corner;
  }
  return within;
}

const crossesRay = ([x, y]: Point, a: Point, b: Point): boolean =>
  a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0];
