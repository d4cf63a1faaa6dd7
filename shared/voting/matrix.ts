import { must } from '#shared/kernel/assert.ts';

/** Square, `matrix[row][column]`; rows and columns both follow the poll's order of options. The diagonal is 0. */
export type Matrix = readonly (readonly number[])[];

/** A matrix of `size` rows; `cell` is asked for everything off the diagonal. */
export function buildMatrix(size: number, cell: (row: number, column: number) => number): Matrix {
  const indexes = Array.from({ length: size }, (_, index) => index);
  return indexes.map((row) => indexes.map((column) => (row === column ? 0 : cell(row, column))));
}

/** One cell. Throws outside the matrix. */
export function cellOf(matrix: Matrix, row: number, column: number): number {
  return must(matrix[row]?.[column], 'matrix cell');
}
