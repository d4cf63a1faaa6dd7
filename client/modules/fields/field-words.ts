import { fieldsOf, titleOf, type BoardObject, type Kind } from '#shared/content/board-object.ts';
import type { Field } from '#shared/content/field.ts';
import { formatNumber } from '#shared/content/number-format.ts';
import { must } from '#shared/kernel/assert.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { Language } from '#shared/session/workshop-state.ts';

type Words = Readonly<Record<string, string | undefined>>;

export const fieldOf = (kind: Kind, key: string): Field =>
  must(
    fieldsOf(kind).find((field) => field.key === key),
    `field '${key}' of '${kind}'`,
  );

export function fieldLabel(t: InventoryMessages, kind: Kind, key: string): string {
  const names: Readonly<Record<string, Words | undefined>> = t.fields;
  const drawn: Words = t.fields.drawn;
  return (names[kind] ?? drawn)[key] ?? key;
}

export const fieldHint = (t: InventoryMessages, kind: Kind, key: string): string | undefined =>
  kind === 'item' ? (t.hints.item as Words)[key] : undefined;

export const columnLabel = (t: InventoryMessages, key: string): string => (t.columns as Words)[key] ?? key;

/** The reader's word for an option; options are keyed alike in every kind that has them. */
export const optionLabel = (t: InventoryMessages, key: string, option: string): string =>
  (t.options as Readonly<Record<string, Words | undefined>>)[key]?.[option] ?? option;

/** What an empty option field offers: a note without a mark is complete, an item without a priority is not. */
export const noOptionLabel = (t: InventoryMessages, key: string): string =>
  key === 'meaning' ? t.noMeaning : t.noOption;

/** A field's value as it is read; `''` when there is none. */
export function fieldText(
  t: InventoryMessages,
  language: Language,
  object: BoardObject,
  field: Field,
): string {
  const value = object.fields[field.key];
  switch (field.type) {
    case 'count':
    case 'money':
    case 'percent':
      return typeof value === 'number' ? formatNumber(field.type, value, language) : '';
    case 'option':
      return typeof value === 'string' && value !== '' ? optionLabel(t, field.key, value) : '';
    case 'prose':
    case 'line':
    case 'date':
      return typeof value === 'string' ? value : '';
    case 'number':
    case 'object':
    case 'point':
    case 'points':
    case 'data':
      return '';
  }
}

/** A name longer than this is a text: its beginning tells which. */
const NAME_LENGTH = 120;

/** What to call the object where its title stands alone, in one line. */
export function objectName(t: InventoryMessages, object: BoardObject): string {
  const text = (questionOf(object) || titleOf(object)).trim().replace(/\s+/g, ' ');
  if (text.length <= NAME_LENGTH) return text || nameless(t, object);
  const lastWord = text.lastIndexOf(' ', NAME_LENGTH);
  return `${text.slice(0, lastWord > 0 ? lastWord : NAME_LENGTH)}…`;
}

/** What has no words of its own is known by what it looks like. */
const LOOKS: Readonly<Partial<Record<Kind, string>>> = {
  shape: 'form',
  stamp: 'mark',
  stroke: 'tool',
  link: 'url',
};

function nameless(t: InventoryMessages, object: BoardObject): string {
  const key = LOOKS[object.kind];
  const look = key === undefined ? '' : object.fields[key];
  if (key === undefined || typeof look !== 'string' || look === '') return t.kinds[object.kind].untitled;
  return optionLabel(t, key, look);
}

/** A result is known by what was asked. */
function questionOf(object: BoardObject): string {
  const placed = object.fields['placed'];
  const asked = placed !== null && typeof placed === 'object' && 'question' in placed ? placed.question : '';
  return typeof asked === 'string' ? asked : '';
}

/** Nothing has been written in it or chosen for it. */
export const isBlank = (object: BoardObject): boolean =>
  Object.values(object.fields).every((value) => value === null || value === '');

/** A field that holds words, as plain text; `''` when it is empty or the object has gone. */
export function wordsIn(object: BoardObject | null, key: string): string {
  const value = object?.fields[key];
  return typeof value === 'string' ? value : '';
}
