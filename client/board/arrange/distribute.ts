import type { Box } from '#shared/content/board-object.ts';
import { GAP } from '#shared/geometry/free-space.ts';

export type Axis = 'across' | 'down';

/**
 * The boxes moved along one axis so that the gaps between them are equal. The first and the last stay where they are; where there is too
 * little room between them for all, the gaps are those of placed cards and the row grows.
 */
export function distribute(boxes: readonly Box[], axis: Axis): readonly Box[] {
  const [from, length] = axis === 'across' ? ([0, 2] as const) : ([1, 3] as const);
  const order = boxes
    .map((_, i) => i)
    .sort((a, b) => sideOf(boxes, a, from) - sideOf(boxes, b, from) || a - b);
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined || order.length < 3) return boxes;
  const total = order.reduce((sum, i) => sum + sideOf(boxes, i, length), 0);
  const room = sideOf(boxes, last, from) + sideOf(boxes, last, length) - sideOf(boxes, first, from);
  const gap = room >= total ? (room - total) / (order.length - 1) : GAP;
  const moved = [...boxes];
  let at = sideOf(boxes, first, from);
  for (const i of order) {
    const [x, y, width, height] = boxes[i] ?? [0, 0, 0, 0];
    moved[i] = axis === 'across' ? [at, y, width, height] : [x, at, width, height];
    at += sideOf(boxes, i, length) + gap;
  }
  return moved;
}

const sideOf = (boxes: readonly Box[], i: number, side: 0 | 1 | 2 | 3): number => boxes[i]?.[side] ?? 0;
