import type { ObjectId } from '#shared/kernel/ids.ts';
import { frameOf, groupOf, type BoardObject } from './board-object.ts';

/** How many objects are taken hold of together, by their group. */
export function groupSizes(objects: readonly BoardObject[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const group of objects.map(groupOf)) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
}

/** The frames around an object, the innermost first. Frames that lie in each other in a ring are told once. */
export function framesAround(
  id: ObjectId,
  find: (id: ObjectId) => BoardObject | null,
): readonly BoardObject[] {
  const around = new Set<BoardObject>();
  let at = find(id);
  while (at !== null && !around.has(at)) {
    const frame = frameOf(at);
    at = frame === null ? null : find(frame);
    if (at !== null) around.add(at);
  }
  return [...around];
}
