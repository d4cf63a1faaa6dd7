import type { ObjectChange } from '#client/model/types.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** What makes lines end at another object instead of one that goes. A look at every object: for a command. */
export function repointed(board: BoardModel, to: ReadonlyMap<ObjectId, ObjectId>): readonly ObjectChange[] {
  return board.page.ids.flatMap((id) => {
    const object = board.page.object(id);
    if (object?.kind !== 'connector') return [];
    const ends = (['from', 'to'] as const).flatMap((end) => {
      const now = to.get(object.fields[end] as ObjectId);
      return now === undefined ? [] : [[end, now]];
    });
    return ends.length === 0
      ? []
      : [{ id, fields: Object.fromEntries(ends) as Readonly<Record<string, string>> }];
  });
}
