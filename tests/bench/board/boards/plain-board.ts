import { NOTE_MEANINGS, type NoteMeaning } from '#shared/content/kinds/note.ts';
import type { Box } from '#shared/content/board-object.ts';
import { must } from '#shared/kernel/assert.ts';
import type { Point } from '#shared/geometry/box.ts';
import { randomFrom } from '../../random-from.ts';

export interface PlainNote {
  readonly id: string;
  readonly box: Box;
  readonly meaning: NoteMeaning;
  readonly text: string;
}

export interface PlainStroke {
  readonly id: string;
  readonly box: Box;
  readonly color: 'ink' | 'blue' | 'red';
  readonly points: readonly Point[];
}

/** The same board for everybody, in board units: notes in rows as a workshop's wall, with lines drawn across them. */
export interface PlainBoard {
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly notes: readonly PlainNote[];
  readonly strokes: readonly PlainStroke[];
}

/** Every program's notes can be this large: tldraw's are never another size. */
const NOTE = 200;
const PITCH = 228;
/** Wider than high, as a screen is. */
const ASPECT = 1.6;
const STROKE_SHARE = 0.1;
const STROKE_POINTS = 100;
const STROKE_WIDTH = 340;

const FIRST = ['Bättre', 'Färre', 'Tydligare', 'Gemensam', 'Snabbare', 'Enklare', 'Ny', 'Robust'];
const SECOND = ['avtal', 'målbild', 'rutin för ärenden', 'uppföljning', 'kanalisation', 'samsyn', 'nät'];
const THIRD = ['', 'i byarna', 'med ägaren', 'före sommaren', 'utan stöd', 'nästa år', 'för alla'];
const COLORS = ['ink', 'blue', 'red'] as const;

export function plainBoard(size: number): PlainBoard {
  const random = randomFrom(size);
  const strokeCount = Math.round(size * STROKE_SHARE);
  const noteCount = size - strokeCount;
  const columns = Math.ceil(Math.sqrt(noteCount * ASPECT));
  const [width, height] = [columns * PITCH, Math.ceil(noteCount / columns) * PITCH];
  const one = <T>(of: readonly T[]): T => must(of[Math.floor(random() * of.length)], 'one of them');
  const notes = Array.from({ length: noteCount }, (_, at): PlainNote => {
    const jitter = (): number => Math.round((random() - 0.5) * 16);
    const [x, y] = [(at % columns) * PITCH + 14 + jitter(), Math.floor(at / columns) * PITCH + 14 + jitter()];
    const words = [one(FIRST), one(SECOND), one(THIRD), String(at + 1)].filter((word) => word !== '');
    return { id: `note-${at}`, box: [x, y, NOTE, NOTE], meaning: one(NOTE_MEANINGS), text: words.join(' ') };
  });
  const strokes = Array.from({ length: strokeCount }, (_, at): PlainStroke => {
    const points = wave([random() * (width - STROKE_WIDTH), random() * (height - 120) + 60], random);
    return { id: `stroke-${at}`, box: boxAround(points), color: one(COLORS), points };
  });
  return { size, width, height, notes, strokes };
}

function wave([left, middle]: Point, random: () => number): readonly Point[] {
  const [amplitude, frequency, phase] = [18 + random() * 40, 0.15 + random() * 0.25, random() * 6];
  const step = STROKE_WIDTH / STROKE_POINTS;
  return Array.from({ length: STROKE_POINTS }, (_, at) => [
    round(left + at * step),
    round(middle + amplitude * Math.sin(at * frequency + phase) + (random() - 0.5) * 3),
  ]);
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, round(Math.max(...xs) - left), round(Math.max(...ys) - top)];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The note nearest the middle of what a look shows. */
export function noteNear({ notes }: PlainBoard, [x, y]: Point): PlainNote {
  const distanceTo = ({ box }: PlainNote): number =>
    Math.hypot(box[0] + box[2] / 2 - x, box[1] + box[3] / 2 - y);
  return notes.reduce((best, note) => (distanceTo(note) < distanceTo(best) ? note : best));
}
