import type { BoardObject, Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** A line that shows what lies in line: at `at` across the axis, over all that it joins. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snap {
  /** How much further the box is to go. */
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
}

/** Shares of a box that can be in line: its beginning, its middle, its end. */
export type Anchors = readonly (0 | 0.5 | 1)[];
export const ALL_ANCHORS: Anchors = [0, 0.5, 1];

export const NO_SNAP: Snap = { dx: 0, dy: 0, guides: [] };

/** Where more than this lies in view, everything is in line with something. */
const THICKET = 200;

/** What can be lined up with: not lines, which run anywhere. */
export function neighboursIn(
  placed: readonly { readonly object: BoardObject; readonly box: Box }[],
  except: ReadonlySet<ObjectId>,
): readonly Box[] {
  if (placed.length > THICKET) return [];
  return placed
    .filter(({ object }) => object.kind !== 'connector' && object.kind !== 'stroke' && !except.has(object.id))
    .map(({ box }) => box);
}

/** Two lines this near are one. */
const SAME = 0.01;

/** What little is missing for the box to be in line with others: no more than `reach`. Only the named anchors of the box are looked at. */
export function snap(
  box: Box,
  anchors: { readonly x: Anchors; readonly y: Anchors },
  others: readonly Box[],
  reach: number,
): Snap {
  const dx = nearest(box, 0, anchors.x, others, reach);
  const dy = nearest(box, 1, anchors.y, others, reach);
  const there: Box = [box[0] + (dx ?? 0), box[1] + (dy ?? 0), box[2], box[3]];
  return {
    dx: dx ?? 0,
    dy: dy ?? 0,
    guides: [
      ...(dx === null ? [] : guidesOf(there, 0, anchors.x, others)),
      ...(dy === null ? [] : guidesOf(there, 1, anchors.y, others)),
    ],
  };
}

/** The shortest way to a line of another; `null` when none is within reach. */
function nearest(
  box: Box,
  side: 0 | 1,
  anchors: Anchors,
  others: readonly Box[],
  reach: number,
): number | null {
  let best: number | null = null;
  for (const other of others)
    for (const anchor of anchors)
      for (const target of ALL_ANCHORS) {
        const way = lineOf(other, side, target) - lineOf(box, side, anchor);
        if (Math.abs(way) <= reach && (best === null || Math.abs(way) < Math.abs(best))) best = way;
      }
  return best;
}

function guidesOf(box: Box, side: 0 | 1, anchors: Anchors, others: readonly Box[]): readonly Guide[] {
  return anchors.flatMap((anchor) => {
    const at = lineOf(box, side, anchor);
    const joined = others.filter((other) =>
      ALL_ANCHORS.some((target) => Math.abs(lineOf(other, side, target) - at) < SAME),
    );
    if (joined.length === 0) return [];
    const across = side === 0 ? 1 : 0;
    const ends = [box, ...joined].flatMap((each) => [lineOf(each, across, 0), lineOf(each, across, 1)]);
    return [{ axis: side === 0 ? 'x' : 'y', at, from: Math.min(...ends), to: Math.max(...ends) }] as const;
  });
}

const lineOf = (box: Box, side: 0 | 1, anchor: number): number =>
  box[side] + box[side === 0 ? 2 : 3] * anchor;
