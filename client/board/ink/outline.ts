import { getStroke } from 'perfect-freehand';
import type { BoardObject } from '#shared/content/board-object.ts';
import { inkStyleOf, inkWidth, THINNING, type InkStyle } from './ink-style.ts';
import type { InkPoint } from './ink-point.ts';
import { unpackStroke } from './stroke-points.ts';

/** The outline of a line drawn by hand as an SVG path, to be filled; `''` without points. */
export function inkOutline(points: readonly InkPoint[], style: Pick<InkStyle, 'tool' | 'lineWidth'>): string {
  if (points.length === 0) return '';
  const outline = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure]),
    {
      size: inkWidth(style),
      thinning: THINNING[style.tool],
      smoothing: 0.5,
      // The pen has steadied the hand already; twice would draw corners that were meant round.
      streamline: 0,
      simulatePressure: false,
      last: true,
    },
  );
  return smoothPath(outline);
}

/** A closed curve through the middles between the points, so that it has no corners. */
function smoothPath(points: readonly (readonly number[])[]): string {
  const [first] = points;
  if (first === undefined) return '';
  const parts = points.map((point, index) => {
    const next = points[(index + 1) % points.length] ?? first;
    return `${told(point)} ${told([((point[0] ?? 0) + (next[0] ?? 0)) / 2, ((point[1] ?? 0) + (next[1] ?? 0)) / 2])}`;
  });
  return `M${told(first)}Q${parts.join(' ')}Z`;
}

const told = ([x = 0, y = 0]: readonly number[]): string => `${round(x)} ${round(y)}`;

const round = (value: number): number => Math.round(value * 100) / 100;

interface Drawn {
  readonly key: string;
  readonly path: string;
  canvasPath: Path2D | null;
}

/** By the stored points, which are written once: moving a stroke does not draw it anew. */
const drawn = new WeakMap<object, Drawn>();

/** The outline of a stored stroke from the top left corner of a box of this size. */
export const strokePath = (stroke: BoardObject, width: number, height: number): string =>
  drawnStroke(stroke, width, height)?.path ?? '';

/** The same for a canvas. */
export function strokePath2D(stroke: BoardObject, width: number, height: number): Path2D {
  const outline = drawnStroke(stroke, width, height);
  if (outline === null) return new Path2D();
  return (outline.canvasPath ??= new Path2D(outline.path));
}

function drawnStroke({ fields }: BoardObject, width: number, height: number): Drawn | null {
  const stored = fields['points'];
  if (typeof stored !== 'object' || stored === null) return null;
  const style = inkStyleOf(fields);
  const key = `${width} ${height} ${style.tool} ${style.lineWidth}`;
  const known = drawn.get(stored);
  if (known?.key === key) return known;
  const path = inkOutline(unpackStroke(stored, width, height), style);
  const fresh: Drawn = { key, path, canvasPath: null };
  drawn.set(stored, fresh);
  return fresh;
}
