import { describe, expect, test } from 'vitest';
import { COLUMN_KEYS, TABLE_FIELDS } from '#client/modules/inventory/table-columns.ts';
import { cellAfter, placeAfter, type TablePlace } from '#client/modules/inventory/table-cursor.ts';
import { INVENTORY_ITEM_FIELDS } from '#shared/content/kinds/inventory-item.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

const ROWS = ['a', 'b', 'c'] as ObjectId[];
const LAST = TABLE_FIELDS.at(-1)?.key ?? '';
const at = (row: string, column: string): TablePlace => ({ row: row as ObjectId, column });
const press = (place: TablePlace, key: string, ctrlKey = false) =>
  placeAfter(place, ROWS, { key, ctrlKey, metaKey: false });

test('every field of an item has a column, and only one', () => {
  const keys = TABLE_FIELDS.map(({ key }) => key).sort();
  expect(keys).toEqual(INVENTORY_ITEM_FIELDS.map(({ key }) => key).sort());
});

describe('moving about', () => {
  test('arrows go one step, over headings and sums too', () => {
    expect(press(at('a', 'title'), 'ArrowUp')).toEqual(at('head', 'title'));
    expect(press(at('c', 'title'), 'ArrowDown')).toEqual(at('foot', 'title'));
    expect(press(at('a', 'title'), 'ArrowRight')).toEqual(at('a', 'subArea'));
  });

  test('nothing goes past the edges', () => {
    expect(press(at('a', 'title'), 'ArrowLeft')).toEqual(at('a', 'title'));
    expect(press(at('foot', 'title'), 'PageDown')).toEqual(at('foot', 'title'));
    expect(press(at('head', 'title'), 'PageUp')).toEqual(at('head', 'title'));
  });

  test('Home and End go along the row, with Ctrl to the corners', () => {
    expect(press(at('b', 'category'), 'End')).toEqual(at('b', COLUMN_KEYS.at(-1) ?? ''));
    expect(press(at('b', 'category'), 'Home', true)).toEqual(at('head', 'title'));
    expect(press(at('b', 'category'), 'End', true)).toEqual(at('foot', COLUMN_KEYS.at(-1) ?? ''));
  });

  test('other keys lead nowhere', () => {
    expect(press(at('a', 'title'), 'x')).toBeNull();
  });
});

describe('from cell to cell while writing', () => {
  test('goes along the row and on to the next', () => {
    expect(cellAfter(at('a', 'title'), ROWS, 1)).toEqual(at('a', 'subArea'));
    expect(cellAfter(at('a', LAST), ROWS, 1)).toEqual(at('b', 'title'));
    expect(cellAfter(at('b', 'title'), ROWS, -1)).toEqual(at('a', LAST));
  });

  test('ends at the ends of the table, so that Tab goes out of it', () => {
    expect(cellAfter(at('c', LAST), ROWS, 1)).toBeNull();
    expect(cellAfter(at('a', 'title'), ROWS, -1)).toBeNull();
    expect(cellAfter(at('head', 'title'), ROWS, 1)).toBeNull();
  });
});
