import type { BoardObject, Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import { linesCross } from '#shared/geometry/line.ts';
import { distanceToSegment } from '#shared/geometry/polyline.ts';
import { inkReach, inkStyleOf } from './ink-style.ts';
import { unpackStroke } from './stroke-points.ts';

/** Whether a straight move of something round comes upon the line of a stroke. */
export function crossesStroke(
  stroke: BoardObject,
  [left, top, width, height]: Box,
  from: Point,
  to: Point,
  radius: number,
): boolean {
  const reach = radius + inkReach(inkStyleOf(stroke.fields));
  const [a, b]: readonly Point[] = [
    [from[0] - left, from[1] - top],
    [to[0] - left, to[1] - top],
  ];
  if (a === undefined || b === undefined) return false;
  const points = unpackStroke(stroke.fields['points'], width, height);
  return points.some((point, index) => {
    const start: Point = [point[0], point[1]];
    const next = points[index + 1] ?? point;
    const end: Point = [next[0], next[1]];
    return linesCross(a, b, start, end) || touch(a, b, start, end, reach);
  });
}

/** Lines that do not cross are nearest to each other at an end of one of them. */
const touch = (a: Point, b: Point, start: Point, end: Point, reach: number): boolean =>
  Math.min(
    distanceToSegment(a, start, end),
    distanceToSegment(b, start, end),
    distanceToSegment(start, a, b),
    distanceToSegment(end, a, b),
  ) <= reach;
