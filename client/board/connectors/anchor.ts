import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { center, type Point } from '#shared/geometry/box.ts';

/** The outline that a line meets: most of what lies on a board is a box. */
export type AnchorForm = 'box' | 'ellipse' | 'diamond';

/** What an end of a connector is at: an object, or a place. */
export interface Anchor {
  readonly box: Box;
  readonly form: AnchorForm;
  /** The very point, when it is fixed; `null` for wherever the line meets the edge. */
  readonly point: Point | null;
}

/** A place of its own. */
export const freeAnchor = (point: Point): Anchor => ({
  box: [...point, 0, 0],
  form: 'box',
  point,
});

export const formOf = ({ kind, fields }: BoardObject): AnchorForm =>
  kind === 'shape' && (fields['form'] === 'ellipse' || fields['form'] === 'diamond') ? fields['form'] : 'box';

/** What the line makes for from the other end. */
export const aimOf = ({ box, point }: Anchor): Point => point ?? center(box);

/** Where a straight line from the middle of the anchor towards a point leaves its edge. */
export function edgeTowards({ box, form, point }: Anchor, target: Point): Point {
  if (point !== null) return point;
  const middle = center(box);
  const [dx, dy] = [target[0] - middle[0], target[1] - middle[1]];
  const [across, down] = [box[2] / 2, box[3] / 2];
  // Both in the same place: any side is as good.
  if (dx === 0 && dy === 0) return [middle[0] + across, middle[1]];
  const reach = 1 / spanOf(form, Math.abs(dx) / across, Math.abs(dy) / down);
  return [middle[0] + dx * reach, middle[1] + dy * reach];
}

/** How many times the way to the edge a step is, given in halves of the box's sides. */
function spanOf(form: AnchorForm, across: number, down: number): number {
  switch (form) {
    case 'box':
      return Math.max(across, down);
    case 'ellipse':
      return Math.hypot(across, down);
    case 'diamond':
      return across + down;
  }
}

export type Axis = 'across' | 'down';

/** Where a line that leaves along an axis, towards smaller or larger coordinates, begins: the middle of that side. */
export function sideOf({ box, point }: Anchor, axis: Axis, way: 1 | -1): Point {
  if (point !== null) return point;
  const [x, y] = center(box);
  return axis === 'across' ? [x + (way * box[2]) / 2, y] : [x, y + (way * box[3]) / 2];
}
