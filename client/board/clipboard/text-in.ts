import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import { delimiterOf, parseDelimited } from './delimited.ts';
import { headingsIn, type ItemWords } from './item-rows.ts';

/** More characters than this are a document, and reading them in would stand still for a while. */
const PASTE_MAX = 1_000_000;

export type PastedText =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'address'; readonly url: string }
  /** `hasHeadings`: the first row names fields of the inventory, so that there is nothing to ask. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly hasHeadings: boolean }
  | { readonly kind: 'lines'; readonly lines: readonly string[] };

/** What a pasted text is taken for. */
export function readPasted(raw: string, words: ItemWords): PastedText {
  if (raw.length > PASTE_MAX) return { kind: 'too-large' };
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [only = ''] = lines;
  if (lines.length === 0) return { kind: 'nothing' };
  if (lines.length === 1 && isAddress(only)) return { kind: 'address', url: only };
  return tableIn(text, words) ?? linesOf(lines);
}

const linesOf = (lines: readonly string[]): PastedText =>
  lines.some((line) => line.length > OBJECT_TEXT_MAX) ? { kind: 'too-large' } : { kind: 'lines', lines };

function tableIn(text: string, words: ItemWords): PastedText | null {
  const delimiter = delimiterOf(text);
  if (delimiter === null) return null;
  const rows = parseDelimited(text, delimiter);
  const hasHeadings =
    rows.length > 1 && headingsIn(rows[0] ?? [], words) >= Math.min(2, rows[0]?.length ?? 2);
  // Commas and semicolons are in prose too: only headings tell that they part cells.
  return hasHeadings || (delimiter === '\t' && rows.some((row) => row.length > 1))
    ? { kind: 'table', rows, hasHeadings }
    : null;
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) && text.length <= OBJECT_TEXT_MAX;
}
