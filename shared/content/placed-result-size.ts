import type { RankingTally, SingleTally } from '#shared/voting/tally.ts';
import { POLL_RESULT_SIZE } from './kinds/poll-result.ts';
import type { PlacedResult } from './placed-result.ts';

/** With more options, or more letters in their titles, a narrow card is a strip, and titles stand in it a few words a line. */
const NARROW_UP_TO = { options: 6, letters: 320 } as const;
const WIDE = 640;

/** As drawn on the board (`client/modules/voting/PlacedResultCard.svelte`), CSS pixels at natural size. */
const PADDING = 17;
const GAP = 12;
const HEADER = { gap: 8, advisory: 24, turnout: 25 } as const;
const TABLE = { head: 30, columns: 186, besideTitle: 28, leastRow: 62 } as const;
const BARS = { figures: 150, besideTitle: 15, tie: 25, gap: 16 } as const;
const MARK = 28;

interface Type {
  /** Mean width of a letter; a little on the wide side, so that what is reckoned is rather too large than too small. */
  readonly letter: number;
  readonly line: number;
}
const TITLE: Type = { letter: 9, line: 22 };
const TEXT: Type = { letter: 7.6, line: 24 };
const OUTCOME: Type = { letter: 11.4, line: 30 };
const OUTCOMES: Type = { letter: 9, line: 24 };

/** What the end of a line loses to a word that does not fit, in letters. */
const RAGGED = 2;

/** The longest outcome that is told in full, and what the sentences about two methods hold besides names: letters. */
const SENTENCE = { outcome: 60, sameFirst: 90, differentFirst: 150, pairs: 50 } as const;

/** How large a result has to be on the board to be read whole: it follows from its options and their titles. Fonts are not asked. */
export function placedResultSize(placed: PlacedResult): { readonly width: number; readonly height: number } {
  const width = isNarrow(placed) ? POLL_RESULT_SIZE.width : WIDE;
  const inside = width - 2 * PADDING;
  const height = 2 * PADDING + headerHeight(placed.question, inside) + GAP + outcomeHeight(placed, inside);
  return { width, height: Math.ceil(height) };
}

function isNarrow({ options }: PlacedResult): boolean {
  const letters = sum(options.map(({ title }) => title.length));
  return options.length <= NARROW_UP_TO.options && letters <= NARROW_UP_TO.letters;
}

const headerHeight = (question: string, width: number): number =>
  heightOf(question.length, width, TITLE) + HEADER.gap + HEADER.advisory + HEADER.turnout;

function outcomeHeight(placed: PlacedResult, width: number): number {
  const { tally } = placed.result;
  if (tally.ballotCount === 0) return TEXT.line;
  return tally.kind === 'single'
    ? barsHeight(placed, tally, width)
    : wordsHeight(placed, tally, width) + GAP + tableHeight(placed, width);
}

function barsHeight({ options }: PlacedResult, tally: SingleTally, width: number): number {
  const votes = new Map(tally.counts.map((count) => [count.option, count.votes]));
  const tied = tally.order.filter((group) => group.length > 1).flat();
  const ties = tied.filter((option) => (votes.get(option) ?? 0) > 0).length;
  const rows = options.map(({ title }) => titleHeight(title, width - BARS.figures) + BARS.besideTitle);
  return sum(rows) + (rows.length - 1) * BARS.gap + ties * BARS.tie;
}

function tableHeight({ options }: PlacedResult, width: number): number {
  const rows = options.map(({ title }) => titleHeight(title, width - TABLE.columns) + TABLE.besideTitle);
  return TABLE.head + sum(rows.map((row) => Math.max(row, TABLE.leastRow)));
}

/** Who comes first, and how far the two methods agree. */
function wordsHeight(placed: PlacedResult, tally: RankingTally, width: number): number {
  const borda = namesLength(placed, tally.borda.order[0]);
  const schulze = namesLength(placed, tally.schulze.order[0]);
  const sentence = (letters: number): number => 8 + heightOf(letters, width, TEXT);
  switch (tally.agreement.verdict) {
    case 'same-order':
      return heightOf(Math.max(SENTENCE.outcome, borda), width, OUTCOME) + sentence(SENTENCE.pairs);
    case 'same-first':
      return ordersHeight(width) + sentence(SENTENCE.sameFirst + borda) + sentence(SENTENCE.pairs);
    case 'different-first':
      return (
        ordersHeight(width) + sentence(SENTENCE.differentFirst + borda + schulze) + sentence(SENTENCE.pairs)
      );
  }
}

/** Two orders, one a method, each behind its name. */
const ordersHeight = (width: number): number => 2 * (8 + heightOf(SENTENCE.outcome, width - 72, OUTCOMES));

const namesLength = ({ options }: PlacedResult, ids: readonly string[] = []): number =>
  sum(options.filter(({ id }) => ids.includes(id)).map(({ title }) => nameLength(title)));

/** An option that is called by a mark, `A. …`, has it in a column of its own, and goes by it alone in a sentence. */
const MARKED = /^[\p{L}\d]{1,3}\. /u;
const titleHeight = (title: string, width: number): number =>
  heightOf(title.length, MARKED.test(title) ? width - MARK : width, TEXT);

const nameLength = (title: string): number => (MARKED.test(title) ? 5 : title.length + 4);

const heightOf = (letters: number, width: number, { letter, line }: Type): number =>
  Math.max(1, Math.ceil(letters / Math.max(1, width / letter - RAGGED))) * line;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
