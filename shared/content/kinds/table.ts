import type { Field } from '../field.ts';

/** A small table on the board. Cells are one text, a line a row and a tab between cells: two people may write in it at once, and it is what a spreadsheet pastes. */
export const TABLE_FIELDS = [
  { key: 'title', type: 'prose' },
  { key: 'cells', type: 'prose' },
] as const satisfies readonly Field[];

export const TABLE_SIZE = { width: 480, height: 160 } as const;
