import type { Field } from '../field.ts';
import { DRAWING_COLORS } from './drawing.ts';

export const TEXT_SCALES = ['small', 'normal', 'large', 'heading'] as const;

/** Words on the board without a card around them. The text is written as `rich-text.ts` reads it: headings, lists, bold, links. */
export const TEXT_FIELDS = [
  { key: 'text', type: 'prose' },
  { key: 'scale', type: 'option', options: TEXT_SCALES },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
] as const satisfies readonly Field[];

export const TEXT_SIZE = { width: 320, height: 48 } as const;
