import type { BoardObject } from './board-object.ts';
import { fieldsOf } from './board-object.ts';
import { isNumeric, type Field } from './field.ts';
import { compareWords } from './table-query-order.ts';

/** What the table shows of a page. */
export interface TableQuery {
  /** Words that must all be somewhere in the row; empty for every row. */
  readonly text: string;
  /** Fields that must hold just this value; `null` asks for rows where the field is empty. */
  readonly values: Readonly<Record<string, string | null>>;
  /** `null`: as the objects lie on the page. */
  readonly sort: TableSort | null;
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export const WHOLE_TABLE: TableQuery = { text: '', values: {}, sort: null };

/** What an option is called in the reader's language: people search and sort by the words they see. */
export type LabelOf = (key: string, option: string) => string;

/** The rows of the query, in its order. Equal rows keep the order they came in; rows without a value come last, both ways. */
export function queryRows(
  objects: readonly BoardObject[],
  query: TableQuery,
  labelOf: LabelOf,
): readonly BoardObject[] {
  const rows = objects.filter((object) => matches(object, query, labelOf));
  return query.sort === null ? rows : sortRows(rows, query.sort, labelOf);
}

export function matches(object: BoardObject, query: TableQuery, labelOf: LabelOf): boolean {
  for (const [key, wanted] of Object.entries(query.values))
    if ((object.fields[key] ?? '') !== (wanted ?? '')) return false;
  const words = wordsOf(query.text);
  if (words.length === 0) return true;
  const text = searchableText(object, labelOf);
  return words.every((word) => text.includes(word));
}

/** Lower case and composed: `Å` typed on a Mac and `å` typed on a phone are the same letter to a reader. */
const forSearch = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv');

const wordsOf = (text: string): readonly string[] => forSearch(text).split(/\s+/).filter(Boolean);

function searchableText(object: BoardObject, labelOf: LabelOf): string {
  const parts = fieldsOf(object.kind).flatMap((field) => {
    const value = object.fields[field.key];
    if (typeof value === 'number') return [value.toString()];
    if (typeof value !== 'string' || value === '') return [];
    return [field.type === 'option' ? labelOf(field.key, value) : value];
  });
  return forSearch(parts.join('\n'));
}

function sortRows(rows: readonly BoardObject[], sort: TableSort, labelOf: LabelOf): readonly BoardObject[] {
  const turn = sort.direction === 'ascending' ? 1 : -1;
  return rows
    .map((object) => ({ object, rank: rankOf(object, sort.key, labelOf) }))
    .sort((a, b) => {
      if (a.rank === null || b.rank === null) return Number(a.rank === null) - Number(b.rank === null);
      return turn * compareRanks(a.rank, b.rank);
    })
    .map(({ object }) => object);
}

type Rank = string | number;

/** Options with an order of their own (high, medium, low) keep it; categories are found by name. */
const SORTED_BY_NAME: ReadonlySet<string> = new Set(['category']);

function rankOf(object: BoardObject, key: string, labelOf: LabelOf): Rank | null {
  const field: Field | undefined = fieldsOf(object.kind).find((candidate) => candidate.key === key);
  const value = object.fields[key];
  if (field === undefined || value === null || value === undefined || typeof value === 'object') return null;
  if (typeof value === 'number') return isNumeric(field.type) ? value : null;
  if (value.trim() === '') return null;
  if (field.type !== 'option') return value.trim();
  return SORTED_BY_NAME.has(key) ? labelOf(key, value) : (field.options ?? []).indexOf(value);
}

const compareRanks = (a: Rank, b: Rank): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareWords(String(a), String(b));

/** A total and what it covers: a sum over half the rows must not pass for the whole. */
export interface ColumnSum {
  readonly sum: number;
  /** Rows with a value. */
  readonly counted: number;
  readonly rows: number;
}

export function sumColumn(rows: readonly BoardObject[], key: string): ColumnSum {
  const values = rows.map((row) => row.fields[key]).filter((value) => typeof value === 'number');
  return { sum: values.reduce((sum, value) => sum + value, 0), counted: values.length, rows: rows.length };
}

/** The values that occur in a text field, each once, in Swedish order: what a filter offers. */
export function valuesIn(objects: readonly BoardObject[], key: string): readonly string[] {
  const values = objects.flatMap((object) => {
    const value = object.fields[key];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
  return [...new Set(values)].sort(compareWords);
}
