import type { BoardObject, Kind } from './board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** What others did to a page in a while: enough for one sentence, however much they typed. */
export interface PageDigest {
  readonly added: Readonly<Partial<Record<Kind, number>>>;
  readonly changed: number;
  readonly removed: number;
}

/** What is remembered of a page between two digests: one mark for each object. */
export type PageMarks = ReadonlyMap<ObjectId, string>;

/** Content alone: a card that was only moved says nothing new to a reader. */
export const marksOf = (objects: readonly BoardObject[]): PageMarks =>
  new Map(objects.map((object) => [object.id, JSON.stringify(object.fields)]));

/** What came, went or changed between two sets of marks. */
export const differing = (before: PageMarks, after: PageMarks): readonly ObjectId[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));

/** The difference since `before`, what this person had a hand in (`own`) left out. `null` when there is nothing to say. */
export function digestOf(
  before: PageMarks,
  objects: readonly BoardObject[],
  own: ReadonlySet<ObjectId>,
): PageDigest | null {
  const now = marksOf(objects);
  const others = objects.filter((object) => !own.has(object.id));
  const added = others.filter((object) => !before.has(object.id));
  const changed = others.filter(
    (object) => before.has(object.id) && before.get(object.id) !== now.get(object.id),
  );
  const removed = [...before.keys()].filter((id) => !now.has(id) && !own.has(id));
  if (added.length + changed.length + removed.length === 0) return null;
  return { added: countKinds(added), changed: changed.length, removed: removed.length };
}

function countKinds(objects: readonly BoardObject[]): Partial<Record<Kind, number>> {
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind } of objects) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
