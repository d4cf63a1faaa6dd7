/** One change of a text: at `index`, `remove` characters go and `insert` comes. */
export interface CellEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** The cells of a table's text, every row as long as the longest. There is always one cell. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').map((row) => row.split('\t'));
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
}

/** What a cell can hold: a tab or a line break would be another cell. */
export const cellText = (value: string): string => value.replace(/[\t\r\n]+/g, ' ');

/** Writes a cell: only what differs in it is touched, so that others may write in the next one, or in the same. */
export function writeCell(text: string, row: number, column: number, value: string): readonly CellEdit[] {
  const { start, cells } = rowAt(text, row);
  const missing = Math.max(0, column - cells.length + 1);
  const old = cells[column] ?? '';
  const from = start + cells.slice(0, column).join('\t').length + (column > 0 && missing === 0 ? 1 : 0);
  const next = cellText(value);
  if (missing > 0)
    return next === ''
      ? []
      : [{ index: start + cells.join('\t').length, remove: 0, insert: '\t'.repeat(missing) + next }];
  const { head, tail } = shared(old, next);
  if (old === next) return [];
  return [
    { index: from + head, remove: old.length - head - tail, insert: next.slice(head, next.length - tail) },
  ];
}

/** Puts an empty row ahead of this one; past the last, at the end. */
export function addRow(text: string, at: number): readonly CellEdit[] {
  const rows = text.split('\n');
  const empty = '\t'.repeat((cellsOf(text)[0]?.length ?? 1) - 1);
  if (at >= rows.length) return [{ index: text.length, remove: 0, insert: `\n${empty}` }];
  return [{ index: rowAt(text, at).start, remove: 0, insert: `${empty}\n` }];
}

/** Takes a row away; the only one is emptied. */
export function removeRow(text: string, at: number): readonly CellEdit[] {
  const rows = text.split('\n');
  const length = rows[at]?.length ?? 0;
  const { start } = rowAt(text, at);
  if (rows.length === 1)
    return [{ index: 0, remove: length, insert: '\t'.repeat((text.match(/\t/g) ?? []).length) }];
  return at === rows.length - 1
    ? [{ index: start - 1, remove: length + 1, insert: '' }]
    : [{ index: start, remove: length + 1, insert: '' }];
}

/** Puts an empty column ahead of this one: one small change a row, the last row first, so that no index is out of date. */
export function addColumn(text: string, at: number): readonly CellEdit[] {
  return eachRow(text, ({ start, cells }) => {
    if (at < cells.length) return [{ index: start + lengthBefore(cells, at), remove: 0, insert: '\t' }];
    return [
      { index: start + cells.join('\t').length, remove: 0, insert: '\t'.repeat(at - cells.length + 1) },
    ];
  });
}

/** Takes a column away; the only one is emptied. */
export function removeColumn(text: string, at: number): readonly CellEdit[] {
  const isOnly = (cellsOf(text)[0]?.length ?? 1) === 1;
  return eachRow(text, ({ start, cells }) => {
    const length = cells[at]?.length;
    if (length === undefined) return [];
    const from = start + lengthBefore(cells, at);
    if (cells.length === 1) return isOnly || length > 0 ? [{ index: from, remove: length, insert: '' }] : [];
    return at === cells.length - 1
      ? [{ index: from - 1, remove: length + 1, insert: '' }]
      : [{ index: from, remove: length + 1, insert: '' }];
  });
}

/** The text after the edits, which are made in their order. */
export const edited = (text: string, edits: readonly CellEdit[]): string =>
  edits.reduce(
    (now, { index, remove, insert }) => now.slice(0, index) + insert + now.slice(index + remove),
    text,
  );

interface Row {
  readonly start: number;
  readonly cells: readonly string[];
}

function rowAt(text: string, row: number): Row {
  const rows = text.split('\n');
  const start = rows.slice(0, row).reduce((sum, each) => sum + each.length + 1, 0);
  return { start, cells: (rows[row] ?? '').split('\t') };
}

const eachRow = (text: string, change: (row: Row) => readonly CellEdit[]): readonly CellEdit[] =>
  text
    .split('\n')
    .map((_row, i) => rowAt(text, i))
    .reverse()
    .flatMap(change);

/** From the start of the row to that of the cell. */
const lengthBefore = (cells: readonly string[], at: number): number =>
  cells.slice(0, at).reduce((sum, cell) => sum + cell.length + 1, 0);

/** How many characters two texts have in common at either end. */
function shared(a: string, b: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  return { head, tail };
}
