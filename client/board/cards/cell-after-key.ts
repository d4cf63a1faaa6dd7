export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface CellKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/**
 * The cell that a key goes to from another; `null` when the key is for the words in the cell, or goes out of the table. One row past the
 * last means that a row is wanted there. Sideways arrows leave a cell only at the end of its words.
 */
export function cellAfterKey(
  event: CellKey,
  { row, column }: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'Tab':
      return event.shiftKey ? before({ row, column }, size.columns) : after({ row, column }, size);
    case 'Enter':
      return { row: Math.max(0, row + (event.shiftKey ? -1 : 1)), column };
    case 'ArrowUp':
      return row === 0 ? null : { row: row - 1, column };
    case 'ArrowDown':
      return row === size.rows - 1 ? null : { row: row + 1, column };
    case 'ArrowLeft':
      return caretIs(event.target, 'start') && column > 0 ? { row, column: column - 1 } : null;
    case 'ArrowRight':
      return caretIs(event.target, 'end') && column < size.columns - 1 ? { row, column: column + 1 } : null;
    default:
      return null;
  }
}

function before({ row, column }: CellPlace, columns: number): CellPlace | null {
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: columns - 1 } : null;
}

/** From the last cell the key goes on to what follows the table. */
function after({ row, column }: CellPlace, size: { readonly rows: number; readonly columns: number }) {
  if (column < size.columns - 1) return { row, column: column + 1 };
  return row < size.rows - 1 ? { row: row + 1, column: 0 } : null;
}

function caretIs(target: EventTarget | null, end: 'start' | 'end'): boolean {
  if (!(target instanceof HTMLInputElement)) return false;
  const place = end === 'start' ? 0 : target.value.length;
  return target.selectionStart === place && target.selectionEnd === place;
}
