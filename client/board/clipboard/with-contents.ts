import { frameOf, type BoardObject } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** These, and what lies in the frames among them, in the order of the page. */
export function withContents(board: BoardModel, objects: readonly BoardObject[]): readonly BoardObject[] {
  const frames = new Set(objects.filter(({ kind }) => kind === 'frame').map(({ id }) => id));
  if (frames.size === 0) return objects;
  const ids = new Set(objects.map(({ id }) => id));
  return board.page.ids.flatMap((id) => {
    const object = board.page.object(id);
    const frame = object === null ? null : frameOf(object);
    return object !== null && (ids.has(id) || (frame !== null && frames.has(frame))) ? [object] : [];
  });
}
