import { MEANING_MARKS } from '#client/modules/fields/meaning-marks.ts';
import { meaningOf } from '#client/modules/fields/meaning-of.ts';
import { titleOf, type Box } from '#shared/content/board-object.ts';
import type { NoteMeaning } from '#shared/content/kinds/note.ts';
import { noteTextSize } from '../cards/note-text-size.ts';
import { paintSheet } from './card-sheet.ts';
import type { Look } from './look.ts';
import type { Canvas, Painter } from './painter.ts';
import { paintMark } from './paint-mark.ts';
import { paintPassages } from './passages.ts';

const TEXT = {
  large: { size: 20, leading: 1.25 },
  medium: { size: 17, leading: 1.3 },
  small: { size: 15, leading: 1.35 },
} as const;
const PADDING = 14;
const FOOT = 28;
const MARK = 15;

export const paintNote: Painter = (canvas, object, box, look) => {
  const meaning = meaningOf(object);
  const { colors } = look;
  const fill = meaning === null ? colors.surface : colors[`note-${meaning}`];
  paintSheet(canvas, box, look, { fill, line: colors.line, radius: 3 });
  if (look.detail === 'forms') return;
  const text = titleOf(object);
  const face = { family: look.fonts.text, weight: 400 };
  const passage = { text, ...TEXT[noteTextSize(text)], color: colors['note-ink'], face };
  const foot = meaning === null ? 8 : FOOT;
  const [x, y, width, height] = box;
  const room: Box = [x + PADDING, y + PADDING, width - 2 * PADDING, height - PADDING - foot];
  paintPassages(canvas, object, [passage], room, look);
  if (meaning !== null && look.detail === 'words') paintMeaning(canvas, meaning, box, look);
};

function paintMeaning(canvas: Canvas, meaning: NoteMeaning, [x, y, , height]: Box, look: Look): void {
  paintMark(canvas, MEANING_MARKS[meaning], [x + PADDING, y + height - FOOT + 2, MARK, MARK], {
    color: look.colors['note-ink'],
  });
}
