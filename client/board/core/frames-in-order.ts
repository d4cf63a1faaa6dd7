import type { BoardObject } from '#shared/content/board-object.ts';
import { readingOrder } from './reading-order.ts';

/** The frames among objects, as people read them. */
export function framesInOrder(objects: readonly BoardObject[]): readonly BoardObject[] {
  const frames = new Map(objects.filter(({ kind }) => kind === 'frame').map((frame) => [frame.id, frame]));
  return readingOrder([...frames.values()]).flatMap((id) => frames.get(id) ?? []);
}
