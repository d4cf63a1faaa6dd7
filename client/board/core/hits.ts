import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { contains, inflate, type Point } from '#shared/geometry/box.ts';
import { distanceToPolyline } from '#shared/geometry/polyline.ts';
import { inkReach, inkStyleOf } from '../ink/ink-style.ts';
import { connectorRoute, type BoundOf } from '../connectors/connector-ends.ts';
import { strokePoints } from './stroke-points.ts';

/** The strip at the top of a frame that bears its title, board units. */
export const FRAME_TITLE_HEIGHT = 44;

/**
 * Whether the point takes hold of the object. A frame is held by its edge and its title, for what lies within would be out of reach
 * otherwise; lines by being near them, their boxes being mostly air. `tolerance` in board units: how near is near.
 */
export function hits(
  object: BoardObject,
  box: Box,
  point: Point,
  tolerance: number,
  boundOf: BoundOf,
): boolean {
  switch (object.kind) {
    case 'frame':
      return hitsFrame(box, point, tolerance);
    case 'stroke':
      return (
        distanceToPolyline(point, strokePoints(object, box)) <=
        tolerance + inkReach(inkStyleOf(object.fields))
      );
    case 'connector':
      return distanceToPolyline(point, connectorRoute(object, object.box, boundOf).line) <= tolerance;
    default:
      return contains(box, point);
  }
}

function hitsFrame(box: Box, point: Point, tolerance: number): boolean {
  if (!contains(inflate(box, tolerance), point)) return false;
  const isWithin = contains(inflate(box, -tolerance), point);
  return !isWithin || point[1] <= box[1] + FRAME_TITLE_HEIGHT;
}

/** Whether a rectangle drawn around objects takes this one: a frame only when it is in there whole. */
export const isTakenBy = (area: Box, object: BoardObject, box: Box): boolean =>
  object.kind !== 'frame' ||
  (contains(area, [box[0], box[1]]) && contains(area, [box[0] + box[2], box[1] + box[3]]));
