import type { ConnectorHead } from '#shared/content/kinds/connector.ts';
import { distance, type Point } from '#shared/geometry/box.ts';
import type { Route } from './route.ts';

/** Of an arrow's head: how long, and how far out to each side; of a dot: half of it. Board units. */
const ARROW = { length: 12, half: 6 } as const;
const DOT = 5;
/** An elbow is rounded by so much where there is room. */
const CORNER = 10;

/** The line as an SVG path. */
export function linePath({ type, points }: Route): string {
  const [start, ...others] = points;
  if (start === undefined) return '';
  if (type === 'curved') return `M${told(start)}C${others.map(told).join(' ')}`;
  return `M${told(start)}${others.map((point, index) => cornerOr(points[index] ?? point, point, others[index + 1])).join('')}`;
}

/** A straight part, and the bend to the next when one follows. */
function cornerOr(before: Point, at: Point, after: Point | undefined): string {
  if (after === undefined) return `L${told(at)}`;
  const room = Math.min(CORNER, distance(before, at) / 2, distance(at, after) / 2);
  return `L${told(towards(at, before, room))}Q${told(at)} ${told(towards(at, after, room))}`;
}

/** The head at an end of the route as an SVG path, to be drawn with the line; `''` for none. */
export function headPath({ points }: Route, end: 'from' | 'to', head: ConnectorHead): string {
  const inward = end === 'from' ? points : [...points].reverse();
  const tip = inward[0];
  const next = inward.find((point) => tip !== undefined && distance(point, tip) > 0.01);
  if (tip === undefined || head === 'none') return '';
  if (head === 'dot')
    return `M${told([tip[0] - DOT, tip[1]])}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0`;
  const base = towards(tip, next ?? [tip[0] - 1, tip[1]], ARROW.length);
  const [dx, dy] = [
    ((base[1] - tip[1]) / ARROW.length) * ARROW.half,
    ((tip[0] - base[0]) / ARROW.length) * ARROW.half,
  ];
  return `M${told([base[0] + dx, base[1] + dy])}L${told(tip)}L${told([base[0] - dx, base[1] - dy])}`;
}

function towards(from: Point, to: Point, far: number): Point {
  const length = distance(from, to);
  if (length === 0) return from;
  return [from[0] + ((to[0] - from[0]) * far) / length, from[1] + ((to[1] - from[1]) * far) / length];
}

const told = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

const round = (value: number): number => Math.round(value * 100) / 100;
