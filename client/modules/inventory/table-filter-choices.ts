import type { BoardObject } from '#shared/content/board-object.ts';
import { compareWords } from '#shared/content/table-query-order.ts';
import { valuesIn, type TableQuery } from '#shared/content/table-query.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import { fieldOf, optionLabel } from '../fields/field-words.ts';

interface FilterChoice {
  readonly value: string;
  readonly label: string;
}

/** A sub-area can be called anything, so values are marked to keep them apart from *all* and *missing*. */
const ANY = '';
const MISSING = '-';
const mark = (value: string): string => `=${value}`;

/** What the filter of a column offers: all, each value, and the rows where it is missing. */
export function filterChoices(
  t: InventoryMessages,
  items: readonly BoardObject[],
  key: string,
): readonly FilterChoice[] {
  return [
    { value: ANY, label: t.anyValue },
    ...valueChoices(t, items, key),
    { value: MISSING, label: t.noValue },
  ];
}

function valueChoices(
  t: InventoryMessages,
  items: readonly BoardObject[],
  key: string,
): readonly FilterChoice[] {
  const { options } = fieldOf('item', key);
  if (options === undefined)
    return valuesIn(items, key).map((value) => ({ value: mark(value), label: value }));
  const choices = options.map((value) => ({ value: mark(value), label: optionLabel(t, key, value) }));
  return key === 'category' ? choices.sort((a, b) => compareWords(a.label, b.label)) : choices;
}

export function filterValue({ values }: TableQuery, key: string): string {
  const wanted = values[key];
  if (wanted === undefined) return ANY;
  return wanted === null ? MISSING : mark(wanted);
}

/** The value asked for by a choice: `null` for missing, `undefined` for any. */
export function wantedValue(choice: string): string | null | undefined {
  if (choice === ANY) return undefined;
  return choice === MISSING ? null : choice.slice(1);
}
