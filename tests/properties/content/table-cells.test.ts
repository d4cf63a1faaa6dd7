import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addColumn,
  addRow,
  cellsOf,
  cellText,
  edited,
  removeColumn,
  removeRow,
  writeCell,
} from '#shared/content/table-cells.ts';

/** Rows of any length: what a spreadsheet pastes, and what two people make at once. */
const cell = fc.stringMatching(/^[a-zåäö ]{0,5}$/);
const tables = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .map((rows) => rows.map((row) => row.join('\t')).join('\n'));
const place = fc.tuple(tables, fc.nat(), fc.nat()).map(([text, row, column]) => {
  const cells = cellsOf(text);
  return { text, cells, row: row % cells.length, column: column % (cells[0]?.length ?? 1) };
});

test('every row is as long as the longest', () => {
  fc.assert(
    fc.property(tables, (text) => {
      expect(new Set(cellsOf(text).map((row) => row.length)).size).toBe(1);
    }),
  );
});

test('writing a cell changes that cell and no other', () => {
  fc.assert(
    fc.property(place, fc.string({ maxLength: 8 }), ({ text, cells, row, column }, value) => {
      const after = cellsOf(edited(text, writeCell(text, row, column, value)));
      const expected = cells.map((line, r) =>
        line.map((old, c) => (r === row && c === column ? cellText(value) : old)),
      );
      expect(after).toEqual(expected);
    }),
  );
});

test('writing a cell touches no character outside it', () => {
  fc.assert(
    fc.property(place, cell, ({ text, cells, row, column }, value) => {
      const removed = writeCell(text, row, column, value).reduce((sum, { remove }) => sum + remove, 0);
      expect(removed).toBeLessThanOrEqual(cells[row]?.[column]?.length ?? 0);
    }),
  );
});

test('a row added is empty, and taking it away again gives what was', () => {
  fc.assert(
    fc.property(place, fc.boolean(), ({ text, cells, row }, atEnd) => {
      const at = atEnd ? cells.length : row;
      const more = edited(text, addRow(text, at));
      expect(cellsOf(more)[at]?.every((each) => each === '')).toBe(true);
      expect(cellsOf(more)).toHaveLength(cells.length + 1);
      expect(edited(more, removeRow(more, at))).toBe(text);
    }),
  );
});

test('a column added is empty, and taking it away again gives the same cells', () => {
  fc.assert(
    fc.property(place, fc.boolean(), ({ text, cells, column }, atEnd) => {
      const at = atEnd ? (cells[0]?.length ?? 1) : column;
      const more = edited(text, addColumn(text, at));
      expect(cellsOf(more).every((row) => row[at] === '')).toBe(true);
      expect(cellsOf(edited(more, removeColumn(more, at)))).toEqual(cells);
    }),
  );
});

test('the only row and the only column are emptied, never taken away', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(cellsOf(edited(text, removeRow(text, 0)))).toEqual([['']]);
      expect(cellsOf(edited(text, removeColumn(text, 0)))).toEqual([['']]);
    }),
  );
});
