import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { INK_SCALE, INK_STRIDE } from '#shared/content/kinds/stroke.ts';
import type { Point } from '#shared/geometry/box.ts';

/** The points of a stroke on the board. */
export function strokePoints(object: BoardObject, [x, y, width, height]: Box): readonly Point[] {
  const numbers = object.fields['points'];
  if (!Array.isArray(numbers)) return [];
  const points: Point[] = [];
  for (let i = 0; i + INK_STRIDE <= numbers.length; i += INK_STRIDE) {
    const [across, down] = [numbers[i] as number, numbers[i + 1] as number];
    points.push([x + (across / INK_SCALE) * width, y + (down / INK_SCALE) * height]);
  }
  return points;
}
