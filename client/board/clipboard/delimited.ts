/** Rows of cells out of text as spreadsheets write it: cells between tabs, semicolons or commas, quoted where they hold one of those. */
export function parseDelimited(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    if (isQuoted && sign === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (isQuoted) {
      if (sign === '"') isQuoted = false;
      else cell += sign;
    } else if (sign === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (sign === delimiter) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** What separates the cells of a table; `null` for text that is none: at least two rows, each with cells. */
export function delimiterOf(text: string): '\t' | ';' | ',' | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return lines[0]?.includes('\t') === true ? '\t' : null;
  const first = lines[0] ?? '';
  // In a Swedish table the comma is in the numbers, so semicolons come first.
  const found = (['\t', ';', ','] as const).find((sign) => first.includes(sign));
  return found ?? null;
}
