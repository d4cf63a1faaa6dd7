import { newObjectId } from '#client/model/new-object-id.ts';
import type { Addition } from '#client/model/types.ts';
import { allFieldsOf, type BoardObject, type FieldValue } from '#shared/content/board-object.ts';
import { translate, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** What of an object a copy is made of. */
export type Copied = Pick<BoardObject, 'id' | 'kind' | 'box' | 'fields'>;

/**
 * Objects like these, moved by `shift`, with ids of their own. What they say of each other (frames, groups, the ends of lines) is said of
 * the copies; what they say of others only where `isThere`. A copy is nobody's to lock, and results are laid on a page by the server
 * alone.
 */
export function copiesOf(
  objects: readonly Copied[],
  shift: Point,
  isThere: (id: ObjectId) => boolean,
): readonly Addition[] {
  const copied = objects.filter(({ kind }) => kind !== 'result');
  const names = new Map<string, string>(copied.map(({ id }) => [id, newObjectId()]));
  const groups = new Map<string, string>();
  for (const { fields } of copied) {
    const { group } = fields;
    if (typeof group === 'string' && group !== '') groups.set(group, groups.get(group) ?? newObjectId());
  }
  const renamed = (key: string, value: FieldValue): FieldValue => {
    if (typeof value !== 'string' || value === '') return value;
    if (key === 'group') return groups.get(value) ?? '';
    return names.get(value) ?? (isThere(value as ObjectId) ? value : '');
  };
  return copied.map(({ id, kind, box, fields }) => ({
    id: names.get(id) as ObjectId,
    kind,
    box: translate(box, ...shift),
    fields: Object.fromEntries(
      allFieldsOf(kind).flatMap(({ key, type }) => {
        const value = fields[key];
        if (value === undefined || key === 'lock') return [];
        return [[key, type === 'object' ? renamed(key, value) : value]];
      }),
    ),
  }));
}
