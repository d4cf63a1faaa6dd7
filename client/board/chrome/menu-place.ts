import type { Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import type { ViewSize } from '../core/camera.ts';

/** Air between what is selected and its menu, and between the menu and the edge of the view; CSS pixels. */
const GAP = 14;
const EDGE = 8;
/** Kept free at the bottom, where the tools are. */
const TOOLS = 76;

/** Where a menu of this size goes: above what it is about, else below it, and always whole within the view. */
export function besideSelection(selection: Box, menu: ViewSize, view: ViewSize): Point {
  const [x, y, width, height] = selection;
  const above = y - GAP - menu.height;
  const below = y + height + GAP;
  const lowest = Math.max(EDGE, view.height - TOOLS - menu.height);
  const top = above >= EDGE ? above : below;
  return [
    clamp(x + width / 2 - menu.width / 2, EDGE, Math.max(EDGE, view.width - menu.width - EDGE)),
    clamp(top, EDGE, lowest),
  ];
}

/** Where a menu of this size goes that was asked for at a point: there, and whole within the view. */
export const atPoint = ([x, y]: Point, menu: ViewSize, view: ViewSize): Point => [
  clamp(x, EDGE, Math.max(EDGE, view.width - menu.width - EDGE)),
  clamp(y, EDGE, Math.max(EDGE, view.height - menu.height - EDGE)),
];

const clamp = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));
