import type { BoardObject } from '#shared/content/board-object.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { objectName, wordsIn } from './field-words.ts';

/** What an object is called where the page is at hand: a connector by what it joins, everything else by its own words. */
export function nameOnPage(
  t: InventoryMessages,
  object: BoardObject,
  find: (id: ObjectId) => BoardObject | null,
): string {
  if (object.kind !== 'connector') return objectName(t, object);
  const [from, to] = ['from', 'to'].map((key) => find(wordsIn(object, key) as ObjectId));
  if (!from && !to) return objectName(t, object);
  const label = wordsIn(object, 'label').trim();
  return `${endName(t, from)} → ${endName(t, to)}${label && `: ${label}`}`;
}

const endName = (t: InventoryMessages, end: BoardObject | null | undefined): string =>
  end ? objectName(t, end) : '…';
