import { titleOf, type Box } from '#shared/content/board-object.ts';
import { NOTE_MEANINGS, type NoteMeaning } from '#shared/content/kinds/note.ts';
import { textOf, VALUE_FIRST } from './minutes-objects.ts';
import type { ReviewObject } from './review.ts';

/** A page as a drawing: cards with their words already broken into lines. Whoever draws it needs no fonts to measure with. */
export interface BoardScene {
  /** Left, top, width and height of everything, with a margin around it. */
  readonly bounds: Box;
  readonly cards: readonly SceneCard[];
}

export interface SceneCard {
  readonly id: string;
  readonly kind: ReviewObject['kind'];
  readonly meaning: NoteMeaning | null;
  readonly box: Box;
  readonly lines: readonly SceneLine[];
}

export interface SceneLine {
  readonly text: string;
  /** Left end of the baseline, in board units. */
  readonly at: readonly [x: number, y: number];
  readonly role: 'title' | 'text';
}

const MARGIN = 40;
const PADDING = 16;
const FONT = { title: 17, text: 15 } as const;
const LEADING = 1.35;
/** Mean width of a letter as a share of the font's size, a little on the wide side so that lines stay within the card. */
const LETTER_WIDTH = { title: 0.54, text: 0.5 } as const;

export const FONT_SIZE = FONT;

export const boardScene = (objects: readonly ReviewObject[]): BoardScene => ({
  bounds: boundsOf(objects.map((object) => object.box)),
  cards: objects.map((object) => ({
    id: object.id,
    kind: object.kind,
    meaning: NOTE_MEANINGS.find((meaning) => meaning === object.fields.meaning) ?? null,
    box: object.box,
    lines: linesOf(object),
  })),
});

function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 2 * MARGIN, 2 * MARGIN];
  const left = Math.min(...boxes.map(([x]) => x)) - MARGIN;
  const top = Math.min(...boxes.map(([, y]) => y)) - MARGIN;
  const right = Math.max(...boxes.map(([x, , width]) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height)) + MARGIN;
  return [left, top, right - left, bottom - top];
}

interface Passage {
  readonly role: SceneLine['role'];
  readonly text: string;
}

/** As many lines as the card has room for; the last one tells that there is more. */
function linesOf(object: ReviewObject): readonly SceneLine[] {
  const [x, y, width, height] = object.box;
  const lines: SceneLine[] = [];
  let baseline = y + PADDING;
  for (const { role, text } of passagesOf(object)) {
    for (const line of wrap(text, lettersIn(width, role))) {
      baseline += FONT[role] * LEADING;
      if (baseline > y + height - PADDING / 2) return withEllipsis(lines);
      lines.push({ text: line, at: [x + PADDING, baseline], role });
    }
    baseline += FONT.text / 2;
  }
  return lines;
}

function passagesOf(object: ReviewObject): readonly Passage[] {
  const passages = [
    { role: object.kind === 'note' ? 'text' : 'title', text: headingOf(object) },
    { role: 'text', text: textOf(object, 'subArea') },
    { role: 'text', text: textOf(object, 'description') },
    ...VALUE_FIRST.map((key) => ({ role: 'text' as const, text: textOf(object, key) })),
  ] as const;
  return passages.filter(({ text }) => text !== '');
}

function headingOf(object: ReviewObject): string {
  const label = textOf(object, 'label');
  // A placed result has its question under `title` too, once a review has taken the names out of it.
  const title = titleOf(object);
  return label === '' ? title : `${label}. ${title}`;
}

const lettersIn = (width: number, role: SceneLine['role']): number =>
  Math.max(4, Math.floor((width - 2 * PADDING) / (FONT[role] * LETTER_WIDTH[role])));

/** Breaks at spaces and at line breaks; a word that is longer than the line is cut. */
export function wrap(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    for (const word of part.split(/\s+/).flatMap((whole) => pieces(whole, letters))) {
      if (line !== '' && line.length + 1 + word.length > letters) {
        lines.push(line);
        line = '';
      }
      line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

const pieces = (word: string, letters: number): readonly string[] =>
  word.length <= letters ? [word] : [word.slice(0, letters), ...pieces(word.slice(letters), letters)];

function withEllipsis(lines: readonly SceneLine[]): readonly SceneLine[] {
  const last = lines.at(-1);
  if (last === undefined) return lines;
  return [...lines.slice(0, -1), { ...last, text: `${last.text.replace(/[\s.,]+$/, '')} …` }];
}
