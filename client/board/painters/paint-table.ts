import { wordsIn } from '#client/modules/fields/field-words.ts';
import { titleOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { paintSheet } from './card-sheet.ts';
import type { Look } from './look.ts';
import type { Canvas, Painter } from './painter.ts';
import { softPassage, titlePassage } from './paint-words-card.ts';
import { paintPassages } from './passages.ts';

const PADDING = 12;
const TITLE = 36;
const ROW = 34;

export const paintTable: Painter = (canvas, object, box, look) => {
  paintSheet(canvas, box, look, { fill: look.colors.surface, line: look.colors['line-strong'] });
  if (look.detail === 'forms') return;
  const [x, y, width, height] = box;
  const title = { ...titlePassage(titleOf(object), look), linesMost: 1 };
  paintPassages(canvas, object, [title], [x + PADDING, y + PADDING, width - 2 * PADDING, TITLE], look);
  const top = titleOf(object) === '' ? y : y + TITLE + PADDING;
  paintRows(canvas, object, [x, top, width, y + height - top], look);
};

function paintRows(canvas: Canvas, object: BoardObject, [x, y, width, height]: Box, look: Look): void {
  const rows = wordsIn(object, 'cells')
    .split('\n')
    .slice(0, Math.max(0, Math.floor(height / ROW)));
  for (const [r, row] of rows.entries()) {
    const cells = row.split('\t');
    const wide = width / cells.length;
    const top = y + r * ROW;
    canvas.fillStyle = look.colors.line;
    canvas.fillRect(x, top, width, Math.max(1, look.pixel));
    for (const [c, text] of cells.entries()) {
      const room: Box = [x + c * wide + PADDING, top + 8, Math.max(20, wide - 2 * PADDING), ROW];
      paintPassages(canvas, object, [{ ...softPassage(text, look), linesMost: 1 }], room, look);
    }
  }
}
