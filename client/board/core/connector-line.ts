import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { center, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

export type BoxOf = (id: ObjectId) => Box | null;

/** Where a connector runs, at its simplest: from end to end. An end whose object has gone is free. */
export const connectorLine = (object: BoardObject, box: Box, boxOf: BoxOf): readonly Point[] => [
  endOf(object, box, boxOf, 'from', [0, 0.5]),
  endOf(object, box, boxOf, 'to', [1, 0.5]),
];

function endOf(object: BoardObject, own: Box, boxOf: BoxOf, end: 'from' | 'to', free: Point): Point {
  const bound = boxOf(object.fields[end] as ObjectId);
  const share = object.fields[`${end}Point`] as Point | null;
  if (bound === null) return pointIn(own, share ?? free);
  return share === null ? center(bound) : pointIn(bound, share);
}

const pointIn = ([x, y, width, height]: Box, [across, down]: Point): Point => [
  x + across * width,
  y + down * height,
];
