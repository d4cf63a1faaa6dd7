import type { BoardObject, FieldValue, Kind } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** An object as it is read from a page; only what a test speaks of is filled in. */
export const object = (
  id: string,
  kind: Kind,
  fields: Readonly<Record<string, FieldValue>>,
): BoardObject => ({
  id: id as ObjectId,
  kind,
  box: [0, 0, 200, 100],
  order: 'a0',
  author: 'server',
  createdAt: 0,
  deletedAt: null,
  fields,
});

export const item = (id: string, fields: Readonly<Record<string, FieldValue>>): BoardObject =>
  object(id, 'item', fields);

export const idsOf = (objects: readonly BoardObject[]): readonly string[] => objects.map(({ id }) => id);
