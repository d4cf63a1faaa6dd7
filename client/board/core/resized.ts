import type { Box } from '#shared/content/board-object.ts';
import { center, type Point } from '#shared/geometry/box.ts';

/** Nothing gets smaller than this by hand: it could not be taken hold of again. Board units. */
export const LEAST_SIDE = 16;

type Pull = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1];

/** The box with the pulled sides moved by as much as the hand was. The sides across from them stay where they are. */
export function resized(box: Box, [px, py]: Pull, [dx, dy]: Point, keepsRatio: boolean): Box {
  const [x, y, width, height] = box;
  let w = Math.max(LEAST_SIDE, width + px * dx);
  let h = Math.max(LEAST_SIDE, height + py * dy);
  if (keepsRatio && px !== 0 && py !== 0) {
    const least = Math.max(LEAST_SIDE / width, LEAST_SIDE / height);
    const scale = Math.max(w / width, h / height, least);
    [w, h] = [width * scale, height * scale];
  }
  return [
    px < 0 ? x + width - w : x,
    py < 0 ? y + height - h : y,
    px === 0 ? width : w,
    py === 0 ? height : h,
  ];
}

/** Where a box in `from` lies when `from` is stretched to `to`. */
export function stretched([x, y, width, height]: Box, from: Box, to: Box): Box {
  const [sx, sy] = [to[2] / from[2], to[3] / from[3]];
  return [
    to[0] + (x - from[0]) * sx,
    to[1] + (y - from[1]) * sy,
    Math.max(1, width * sx),
    Math.max(1, height * sy),
  ];
}

/** The point turned about another, degrees clockwise as on a screen. */
export function turned([x, y]: Point, [cx, cy]: Point, degrees: number): Point {
  if (degrees === 0) return [x, y];
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}

/** A box that was resized as if it were upright, put so that the sides that were not pulled stay where they are seen. */
export function resettled(box: Box, before: Box, degrees: number): Box {
  const [cx, cy] = turned(center(box), center(before), degrees);
  return [cx - box[2] / 2, cy - box[3] / 2, box[2], box[3]];
}

/** Degrees from straight up, clockwise, whole; in steps of fifteen when those are wanted. */
export function angleTo(middle: Point, at: Point, inSteps: boolean): number {
  const degrees = (Math.atan2(at[0] - middle[0], middle[1] - at[1]) * 180) / Math.PI;
  const step = inSteps ? 15 : 1;
  return (((Math.round(degrees / step) * step) % 360) + 360) % 360;
}
