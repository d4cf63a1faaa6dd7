import { webAddress } from './web-address.ts';

/** A run of characters that look alike. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  /** Where it leads; `null` for what is no link. */
  readonly href: string | null;
}

export type TextBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly spans: readonly Span[] }
  | { readonly type: 'list'; readonly start: number | null; readonly items: readonly (readonly Span[])[] }
  | { readonly type: 'paragraph'; readonly spans: readonly Span[] };

type Line =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `number`: of a numbered list; `null` for a dash. */
  | { readonly type: 'item'; readonly number: number | null; readonly text: string }
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'blank' };

const HEADING = /^(#{1,3}) +(.*)$/;
const ITEM = /^ *(?:[-*•]|(\d{1,6})[.)]) +(.*)$/;

/**
 * What people write on a board, as blocks to show: `# ` begins a heading, `- ` and `1. ` a list, `**` makes bold and `[name](address)` a
 * link. Anything else is just what it says, so that no text can fail to be read.
 */
export function richText(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let afterBlank = true;
  for (const line of text.split(/\r\n|\r|\n/).map(readLine)) {
    const last = afterBlank ? undefined : blocks.at(-1);
    const joined = last === undefined ? null : join(last, line);
    if (joined !== null) blocks.splice(-1, 1, joined);
    else if (line.type !== 'blank') blocks.push(blockOf(line));
    afterBlank = line.type === 'blank';
  }
  return blocks;
}

function readLine(line: string): Line {
  const heading = HEADING.exec(line);
  if (heading !== null)
    return { type: 'heading', level: (heading[1]?.length ?? 1) as 1 | 2 | 3, text: heading[2] ?? '' };
  const item = ITEM.exec(line);
  if (item !== null)
    return { type: 'item', number: item[1] === undefined ? null : Number(item[1]), text: item[2] ?? '' };
  return line.trim() === '' ? { type: 'blank' } : { type: 'words', text: line };
}

function blockOf(line: Exclude<Line, { readonly type: 'blank' }>): TextBlock {
  const spans = spansOf(line.text);
  switch (line.type) {
    case 'heading':
      return { type: 'heading', level: line.level, spans };
    case 'item':
      return { type: 'list', start: line.number, items: [spans] };
    case 'words':
      return { type: 'paragraph', spans };
  }
}

/** The block with one line more, when the line goes on with it. */
function join(block: TextBlock, line: Line): TextBlock | null {
  if (block.type === 'paragraph' && line.type === 'words')
    return { ...block, spans: [...block.spans, plain('\n'), ...spansOf(line.text)] };
  if (block.type === 'list' && line.type === 'item' && (block.start === null) === (line.number === null))
    return { ...block, items: [...block.items, spansOf(line.text)] };
  return null;
}

/** Bold first: a link may stand in it. A mark without its fellow is only a character. */
function spansOf(text: string): readonly Span[] {
  const parts = text.split('**');
  const whole = parts.length % 2 === 1 ? parts : [...parts.slice(0, -2), parts.slice(-2).join('**')];
  return whole.flatMap((part, i) => linksOf(part, i % 2 === 1));
}

function linksOf(text: string, bold: boolean): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/\[([^[\]]+)\]\(([^()\s]+)\)/g)) {
    const href = webAddress(match[2] ?? '');
    if (href === null) continue;
    spans.push({ text: text.slice(from, match.index), bold, href: null });
    spans.push({ text: match[1] ?? '', bold, href });
    from = match.index + match[0].length;
  }
  spans.push({ text: text.slice(from), bold, href: null });
  return spans.filter((span) => span.text !== '');
}

const plain = (text: string): Span => ({ text, bold: false, href: null });
