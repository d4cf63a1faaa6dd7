import type { NoteMeaning } from '#shared/content/kinds/note.ts';
import { COLUMN_WIDTH } from '../templates/place-objects.ts';
import type { DemoObject } from './demo-workshop.ts';

/** Roughly what fits on a line of a note this wide, and what a line takes: keeps short notes short on the board. */
const CHARACTERS_PER_LINE = 32;
const LINE_HEIGHT = 24;
const PADDING = 56;

/** A note in a column, as high as its text needs. */
export const demoNote = (
  id: string,
  by: string,
  column: number,
  text: string,
  meaning: NoteMeaning | '' = '',
): DemoObject => ({
  id: `note-${id}`,
  kind: 'note',
  by,
  column,
  fields: { text, meaning },
  size: {
    width: COLUMN_WIDTH,
    height: PADDING + LINE_HEIGHT * Math.ceil(text.length / CHARACTERS_PER_LINE),
  },
});
