import { fieldOf, fieldText, objectName } from '#client/modules/fields/field-words.ts';
import { titleOf, type BoardObject } from '#shared/content/board-object.ts';
import { INVENTORY_ITEM_FIELDS } from '#shared/content/kinds/inventory-item.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { Language } from '#shared/session/workshop-state.ts';

/** What other programs are given of objects, in the order given: a table when all are items, else what each says. */
export function textOf(objects: readonly BoardObject[], t: InventoryMessages, language: Language): string {
  const speaking = objects.filter((object) => titleOf(object).trim() !== '');
  if (objects.length > 0 && objects.every(({ kind }) => kind === 'item'))
    return tableOf(objects, t, language);
  return (speaking.length > 0 ? speaking.map(titleOf) : objects.map((object) => objectName(t, object))).join(
    '\n',
  );
}

function tableOf(items: readonly BoardObject[], t: InventoryMessages, language: Language): string {
  const rows = items.map((item) =>
    INVENTORY_ITEM_FIELDS.map(({ key }) => cell(fieldText(t, language, item, fieldOf('item', key)))),
  );
  return [INVENTORY_ITEM_FIELDS.map(({ key }) => t.columns[key]), ...rows]
    .map((row) => row.join('\t'))
    .join('\n');
}

/** Quoted as a spreadsheet reads it. What begins like a formula is made text, so that nothing on a board runs in anybody's spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /["\t\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
