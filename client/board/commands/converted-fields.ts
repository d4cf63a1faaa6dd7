import { fieldLabel, fieldText } from '#client/modules/fields/field-words.ts';
import { fieldsOf, type BoardObject, type FieldValue, type Kind } from '#shared/content/board-object.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import type { Language } from '#shared/session/workshop-state.ts';

/** Kinds whose words can be carried over into each other. */
export type Convertible = Extract<Kind, 'note' | 'item' | 'choice'>;

/** A title longer than this is a text, and goes where texts do. */
const TITLE_LENGTH = 120;

/**
 * What an object says, as the fields of another kind: title to title, text to description, and every other field that is filled in as a line
 * of its own, so that nothing is lost. `null` when it is more than a field holds.
 */
export function convertedFields(
  object: BoardObject,
  to: Convertible,
  t: InventoryMessages,
  language: Language,
): Readonly<Record<string, FieldValue>> | null {
  const { title, text } = wordsOf(object, t, language);
  const fields =
    to === 'note' ? { text: [title, text].filter(Boolean).join('\n') } : { title, description: text };
  return Object.values(fields).every((value) => value.length <= OBJECT_TEXT_MAX) ? fields : null;
}

function wordsOf(
  object: BoardObject,
  t: InventoryMessages,
  language: Language,
): { title: string; text: string } {
  const textIn = (key: string): string => {
    const value = object.fields[key];
    return typeof value === 'string' ? value.trim() : '';
  };
  const others = fieldsOf(object.kind)
    .filter(({ key }) => !CARRIED.has(key))
    .map((field) => ({
      label: fieldLabel(t, object.kind, field.key),
      value: fieldText(t, language, object, field),
    }))
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `${label}: ${value}`);
  if (object.kind !== 'note')
    return { title: textIn('title'), text: [textIn('description'), ...others].filter(Boolean).join('\n') };
  const [first = '', ...rest] = textIn('text').split('\n');
  const isTitle = first.length <= TITLE_LENGTH;
  const text = isTitle ? rest.join('\n').trim() : textIn('text');
  return {
    title: isTitle ? first : `${first.slice(0, TITLE_LENGTH - 1)}…`,
    text: [text, ...others].filter(Boolean).join('\n'),
  };
}

const CARRIED: ReadonlySet<string> = new Set(['text', 'title', 'description']);
