import type { Box } from '#shared/content/board-object.ts';
import type { ConnectorRoute } from '#shared/content/kinds/connector.ts';
import { around, distance, inflate, type Point } from '#shared/geometry/box.ts';
import { aimOf, edgeTowards, sideOf, type Anchor, type Axis } from './anchor.ts';

/** A curve leaves straight for at least this far, board units. */
const CURVE_LEAST = 40;
/** Parts that a curve is told in where only straight lines are understood. */
const CURVE_PARTS = 16;
/** What heads and the width of the line reach out from it, board units. */
const REACH = 12;

/** Where a connector runs. */
export interface Route {
  readonly type: ConnectorRoute;
  /** Corner by corner; of a curve its start, its two handles and its end. */
  readonly points: readonly Point[];
  /** As straight lines: the way itself, or near enough to it for eyes and hands. */
  readonly line: readonly Point[];
  /** Where its words stand. */
  readonly label: Point;
  /** The box around all of it, heads and all. */
  readonly bounds: Box;
}

/** From one anchor to another. The same way for the same anchors, wherever on the board they lie. */
export function routeBetween(type: ConnectorRoute, from: Anchor, to: Anchor): Route {
  switch (type) {
    case 'straight': {
      const points = [edgeTowards(from, aimOf(to)), edgeTowards(to, aimOf(from))];
      return routeOf(type, points, points);
    }
    case 'elbow': {
      const points = elbow(from, to);
      return routeOf(type, points, points);
    }
    case 'curved': {
      const points = curve(from, to);
      return routeOf(type, points, flattened(points));
    }
  }
}

function routeOf(type: ConnectorRoute, points: readonly Point[], line: readonly Point[]): Route {
  const bounds = around(points.map(([x, y]) => [x, y, 0, 0] as const)) ?? [0, 0, 0, 0];
  return { type, points, line, label: halfway(line), bounds: inflate(bounds, REACH) };
}

/** Out of one side, across half of the gap, into the side that faces it. Every part runs along an axis. */
function elbow(from: Anchor, to: Anchor): readonly Point[] {
  const { axis, way } = gapBetween(from.box, to.box);
  const start = sideOf(from, axis, way);
  const end = sideOf(to, axis, way === 1 ? -1 : 1);
  const corners: readonly Point[] =
    axis === 'across'
      ? [
          [(start[0] + end[0]) / 2, start[1]],
          [(start[0] + end[0]) / 2, end[1]],
        ]
      : [
          [start[0], (start[1] + end[1]) / 2],
          [end[0], (start[1] + end[1]) / 2],
        ];
  return [start, ...corners, end];
}

function curve(from: Anchor, to: Anchor): readonly Point[] {
  const { axis, way } = gapBetween(from.box, to.box);
  const start = sideOf(from, axis, way);
  const end = sideOf(to, axis, way === 1 ? -1 : 1);
  const pull = way * Math.max(CURVE_LEAST, distance(start, end) / 2);
  const [dx, dy] = axis === 'across' ? [pull, 0] : [0, pull];
  return [start, [start[0] + dx, start[1] + dy], [end[0] - dx, end[1] - dy], end];
}

/** Along which axis two boxes are farthest apart, and which way the second lies. */
function gapBetween(a: Box, b: Box): { readonly axis: Axis; readonly way: 1 | -1 } {
  const [right, left] = [b[0] - a[0] - a[2], a[0] - b[0] - b[2]];
  const [below, above] = [b[1] - a[1] - a[3], a[1] - b[1] - b[3]];
  if (Math.max(right, left) >= Math.max(below, above)) return { axis: 'across', way: right >= left ? 1 : -1 };
  return { axis: 'down', way: below >= above ? 1 : -1 };
}

function flattened([start, first, second, end]: readonly Point[]): readonly Point[] {
  if (start === undefined || first === undefined || second === undefined || end === undefined) return [];
  return Array.from({ length: CURVE_PARTS + 1 }, (_, part): Point => {
    const t = part / CURVE_PARTS;
    const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3] as const;
    const along = (of: 0 | 1): number =>
      weights[0] * start[of] + weights[1] * first[of] + weights[2] * second[of] + weights[3] * end[of];
    return [along(0), along(1)];
  });
}

/** The middle of a line, measured along it. */
function halfway(line: readonly Point[]): Point {
  const lengths = line.slice(1).map((point, index) => distance(line[index] ?? point, point));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [line[index], line[index + 1]];
    if (from === undefined || to === undefined) break;
    if (length >= left) {
      const share = length === 0 ? 0 : left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return line.at(-1) ?? [0, 0];
}
