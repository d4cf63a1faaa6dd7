import type { Box } from '#shared/content/board-object.ts';
import { center, distance, type Point } from '#shared/geometry/box.ts';
import { turned } from './resized.ts';

export const HANDLES = ['nw', 'ne', 'se', 'sw', 'n', 'e', 's', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

/** Which sides a handle takes along: -1 the left or upper one, 1 the right or lower one. */
export const PULLS: Readonly<Record<Handle, readonly [x: -1 | 0 | 1, y: -1 | 0 | 1]>> = {
  nw: [-1, -1],
  n: [0, -1],
  ne: [1, -1],
  e: [1, 0],
  se: [1, 1],
  s: [0, 1],
  sw: [-1, 1],
  w: [-1, 0],
};

/** What is selected, as its handles see it. */
export interface HandleFrame {
  /** Around all of it, as shown, before it is turned; board units. */
  readonly box: Box;
  /** Degrees clockwise about the middle. */
  readonly angle: number;
  readonly canTurn: boolean;
  /** A corner keeps the proportions: a picture that is squeezed is another picture. */
  readonly keepsRatio: boolean;
}

/** How near is on a handle, CSS pixels. */
export const REACH = { mouse: 9, pen: 12, touch: 22 } as const;
/** From the upper edge to the handle that turns, CSS pixels. */
export const TURN_DISTANCE = 30;
/** Sides shorter than this many reaches have no handle of their own: the corners would lie under it. */
const SIDE_AT_LEAST = 4;

export const handlePoint = ([x, y, width, height]: Box, handle: Handle): Point => {
  const [across, down] = PULLS[handle];
  return [x + (width * (across + 1)) / 2, y + (height * (down + 1)) / 2];
};

/** The handles that there is room for, of a box on the screen. */
export const handlesOf = ([, , width, height]: Box, reach: number): readonly Handle[] =>
  HANDLES.filter((handle) => {
    const [across, down] = PULLS[handle];
    if (across === 0) return width >= SIDE_AT_LEAST * reach;
    return down !== 0 || height >= SIDE_AT_LEAST * reach;
  });

/** What of a frame's handles a point of the screen takes hold of; `frame` in CSS pixels. */
export function gripAt(frame: HandleFrame, at: Point, reach: number): Handle | 'turn' | null {
  const { box } = frame;
  const point = turned(at, center(box), -frame.angle);
  if (frame.canTurn && distance(point, [box[0] + box[2] / 2, box[1] - TURN_DISTANCE]) <= reach) return 'turn';
  // The middle of what is small stays free, so that it can be moved.
  const inward = Math.min(reach, box[2] / 4, box[3] / 4);
  const isInside = depthIn(box, point) > inward;
  const near = handlesOf(box, reach).filter((handle) => distance(point, handlePoint(box, handle)) <= reach);
  return isInside ? null : (near[0] ?? null);
}

/** How far within the box a point lies; negative outside. */
const depthIn = ([x, y, width, height]: Box, [px, py]: Point): number =>
  Math.min(px - x, x + width - px, py - y, y + height - py);
