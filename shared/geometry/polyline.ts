import { distance, type Point } from './box.ts';

/** How far a point is from the line through these points; from a single point when there is only one, `Infinity` from none. */
export function distanceToPolyline(point: Point, points: readonly Point[]): number {
  const [first] = points;
  if (first === undefined) return Infinity;
  return points.reduce(
    (least, to, i) => Math.min(least, distanceToSegment(point, points[i - 1] ?? first, to)),
    Infinity,
  );
}

export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  if (length === 0) return distance(point, from);
  const share = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const nearest = Math.min(1, Math.max(0, share));
  return distance(point, [from[0] + nearest * dx, from[1] + nearest * dy]);
}
