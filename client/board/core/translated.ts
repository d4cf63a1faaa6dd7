import type { Box } from '#shared/content/board-object.ts';
import { translate } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** Boxes of these objects moved alike; what is not there (any more) is left out. */
export function translated(
  ids: readonly ObjectId[],
  boxOf: (id: ObjectId) => Box | null,
  dx: number,
  dy: number,
): ReadonlyMap<ObjectId, Box> {
  const boxes = new Map<ObjectId, Box>();
  for (const id of ids) {
    const box = boxOf(id);
    if (box !== null) boxes.set(id, translate(box, dx, dy));
  }
  return boxes;
}
