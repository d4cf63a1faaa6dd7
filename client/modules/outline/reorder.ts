import type { Page } from '#client/model/types.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { wordsIn } from '../fields/field-words.ts';

/** Those of a list that an object can change places with: choices stand in the order of their labels, whatever their places on the page. */
export const rivalsOf = (list: readonly BoardObject[], object: BoardObject): readonly ObjectId[] =>
  list.filter((other) => labelOf(other) === labelOf(object)).map(({ id }) => id);

const labelOf = (object: BoardObject): string =>
  object.kind === 'choice' ? wordsIn(object, 'label').trim() : '';

/** Moves an object one place up or down among others of the outline; returns its new place, or `null` if it stayed. */
export function moveAmong(
  page: Page,
  rivals: readonly ObjectId[],
  id: ObjectId,
  step: -1 | 1,
): number | null {
  const from = rivals.indexOf(id);
  const target = rivals[from + step];
  if (from === -1 || target === undefined) return null;
  page.reorder(id, step === -1 ? target : after(page.ids, target));
  return from + step;
}

/** What comes next on the page, among objects of every kind. */
const after = (ids: readonly ObjectId[], id: ObjectId): ObjectId | null => ids[ids.indexOf(id) + 1] ?? null;
