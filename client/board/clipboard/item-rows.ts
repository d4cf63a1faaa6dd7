import { INVENTORY_ITEM_FIELDS } from '#shared/content/kinds/inventory-item.ts';
import { isNumeric, type Field } from '#shared/content/field.ts';
import { parseNumber } from '#shared/content/number-input.ts';
import type { NumberType } from '#shared/content/number-input-fault.ts';
import type { FieldValue } from '#shared/content/board-object.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';

/** What a reader calls fields and options. */
export interface ItemWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
}

export interface ItemRows {
  readonly items: readonly Readonly<Record<string, FieldValue>>[];
  /** Cells that their field could not take; they stand in the description with their heading. */
  readonly unreadCells: number;
  /** Rows that sum up others: counted with their parts they would count twice. */
  readonly sums: number;
  /** Rows with a text longer than a field holds. */
  readonly tooLong: number;
}

type Row = readonly string[];
type Column = { readonly heading: string; readonly field: Field | null; readonly isFraction: boolean };

const FIELDS: readonly Field[] = INVENTORY_ITEM_FIELDS;
const SUM_ROW = /^(?:summa|total(?:t|en)?|totalsumma|riket|sum|grand total)$/i;
/** How a spreadsheet writes that there is nothing. */
const NOTHING = /^(?:[-–—.]*|n\/?a|saknas)$/i;

/** How many of the cells are headings of the inventory. */
export const headingsIn = (row: Row, words: ItemWords): number =>
  row.filter((cell) => fieldNamed(cell, words) !== null).length;

/** Items of a table. With `hasHeadings` the first row says what the columns are; else the first column is the title. */
export function itemsOfRows(rows: readonly Row[], hasHeadings: boolean, words: ItemWords): ItemRows {
  const body = hasHeadings ? rows.slice(1) : rows;
  const columns = columnsOf(rows[0] ?? [], body, hasHeadings, words);
  const kept = body.filter((row) => !isSum(row));
  const read = kept.map((row) => readRow(row, columns, words));
  const fitting = read.filter(({ fields }) => Object.values(fields).every(isShort));
  return {
    items: fitting.map(({ fields }) => fields),
    unreadCells: fitting.reduce((sum, { unread }) => sum + unread, 0),
    sums: body.length - kept.length,
    tooLong: read.length - fitting.length,
  };
}

const isSum = ([first = '']: Row): boolean => SUM_ROW.test(first.trim());

const isShort = (value: FieldValue): boolean => typeof value !== 'string' || value.length <= OBJECT_TEXT_MAX;

function columnsOf(
  first: Row,
  body: readonly Row[],
  hasHeadings: boolean,
  words: ItemWords,
): readonly Column[] {
  const width = Math.max(first.length, ...body.map((row) => row.length));
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const heading = hasHeadings ? (first[i] ?? '') : '';
    const named = hasHeadings ? fieldNamed(heading, words) : i === 0 ? fieldOf('title') : null;
    const field = named !== null && !taken.has(named.key) ? named : null;
    if (field !== null) taken.add(field.key);
    return {
      heading,
      field,
      isFraction: field?.type === 'percent' && areFractions(body.map((row) => row[i] ?? '')),
    };
  });
}

/** A share may be stored as 0.94 and shown as 94 %: then no cell has a sign, and none is above one. */
function areFractions(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => !NOTHING.test(cell));
  return (
    numbers.length > 0 &&
    numbers.every((cell) => /^[01](?:[.,]\d+)?$/.test(cell) && Number(cell.replace(',', '.')) <= 1) &&
    numbers.some((cell) => /^0[.,]0*[1-9]/.test(cell))
  );
}

function readRow(row: Row, columns: readonly Column[], words: ItemWords) {
  const fields: Record<string, FieldValue> = {};
  const rest: string[] = [];
  let unread = 0;
  for (const [i, { heading, field, isFraction }] of columns.entries()) {
    const cell = row[i] ?? '';
    if (NOTHING.test(cell)) continue;
    const value = field === null ? null : readCell(field, isFraction ? hundredfold(cell) : cell, words);
    if (field !== null && value !== null) fields[field.key] = value;
    else {
      rest.push(heading === '' ? cell : `${heading}: ${cell}`);
      if (field !== null) unread += 1;
    }
  }
  const description = [fields['description'], ...rest].filter((part) => typeof part === 'string').join('\n');
  return { fields: { ...fields, description, title: fields['title'] ?? titleFor(fields, rest) }, unread };
}

const titleFor = (fields: Readonly<Record<string, FieldValue>>, rest: readonly string[]): string => {
  const subArea = fields['subArea'];
  return typeof subArea === 'string' ? subArea : (rest[0] ?? '');
};

/** By the decimal text: 0.07 × 100 is not 7 in binary. */
const hundredfold = (cell: string): string => `${Number(`${cell.replace(',', '.')}e2`)}`;

function readCell(field: Field, cell: string, words: ItemWords): FieldValue {
  if (isNumeric(field.type)) {
    const number = parseNumber(field.type as NumberType, cell);
    return number.ok ? number.value : null;
  }
  if (field.type === 'option') return optionNamed(field, cell, words);
  if (field.type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? cell : null;
  return cell;
}

function optionNamed(field: Field, cell: string, words: ItemWords): string | null {
  const named = plain(cell);
  return (
    field.options?.find((option) => plain(words.options[field.key]?.[option] ?? option) === named) ?? null
  );
}

function fieldNamed(heading: string, words: ItemWords): Field | null {
  const named = plain(heading);
  return (
    FIELDS.find(({ key }) =>
      [words.fields[key], words.columns[key], key].some(
        (name) => name !== undefined && plain(name) === named,
      ),
    ) ?? null
  );
}

const fieldOf = (key: string): Field | null => FIELDS.find((field) => field.key === key) ?? null;

/** Composed letters in lower case, a unit in brackets left out. Håbo is not Habo: marks on letters stay. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]*\([^)]*\)[\s\u00a0]*$/, '')
    .trim()
    .toLocaleLowerCase('sv');
