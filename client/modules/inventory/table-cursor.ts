import type { ObjectId } from '#shared/kernel/ids.ts';
import { COLUMN_KEYS, TABLE_FIELDS } from './table-columns.ts';

/** Where the keyboard is in the table. */
export interface TablePlace {
  /** `'head'` for the row of headings, `'foot'` for that of the sums. */
  readonly row: ObjectId | 'head' | 'foot';
  readonly column: string;
}

/** How far a key goes, in rows and columns. */
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** The place a key leads to, or `null` for a key that leads nowhere. With Ctrl, Home and End go to the table's corners. */
export function placeAfter(
  place: TablePlace,
  rows: readonly ObjectId[],
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
): TablePlace | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const lines: readonly TablePlace['row'][] = ['head', ...rows, 'foot'];
  const corner = (ctrlKey || metaKey) && (key === 'Home' || key === 'End');
  const line = lines.indexOf(place.row) + (corner ? step[1] : step[0]);
  const column = COLUMN_KEYS.indexOf(place.column) + step[1];
  return { row: at(lines, line), column: at(COLUMN_KEYS, column) };
}

/** The next cell to write in: along the row, then the first of the row below; `null` past the table's ends. */
export function cellAfter(
  place: TablePlace,
  rows: readonly ObjectId[],
  direction: 1 | -1,
): TablePlace | null {
  if (place.row === 'head' || place.row === 'foot') return null;
  const columns = TABLE_FIELDS.map(({ key }) => key);
  const index = rows.indexOf(place.row) * columns.length + columns.indexOf(place.column) + direction;
  const row = rows[Math.floor(index / columns.length)];
  const column = columns[((index % columns.length) + columns.length) % columns.length];
  return row === undefined || column === undefined ? null : { row, column };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[Math.min(list.length - 1, Math.max(0, index))];
  if (found === undefined) throw new RangeError('an empty list has no places');
  return found;
}
