import { wordsIn } from '#client/modules/fields/field-words.ts';
import { titleOf } from '#shared/content/board-object.ts';
import { drawColor } from './draw-colors.ts';
import type { Painter } from './painter.ts';
import { paintPassages } from './passages.ts';

const SIZES: Readonly<Record<string, number>> = { small: 14, normal: 18, large: 26, heading: 36 };

/** Marks that say how a text is set; what they say is below what a picture of this size can show. */
const MARKS = /^#+ |\*\*|\[(?=[^\]]*\]\()|\]\([^)]*\)/gm;

export const paintText: Painter = (canvas, object, box, look) => {
  const size = SIZES[wordsIn(object, 'scale')] ?? 18;
  const face = { family: look.fonts.text, weight: size > 30 ? 600 : 400 };
  const text = titleOf(object).replace(MARKS, '');
  const detail = look.detail === 'forms' ? 'bars' : look.detail;
  paintPassages(canvas, object, [{ text, size, leading: 1.35, color: drawColor(object, look), face }], box, {
    ...look,
    detail,
  });
};
