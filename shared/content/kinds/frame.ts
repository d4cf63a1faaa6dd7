import type { Field } from '../field.ts';
import { DRAWING_COLORS } from './drawing.ts';

/** A titled area. What lies in it names it (`frame`), moves with it, and is read under its title. */
export const FRAME_FIELDS = [
  { key: 'title', type: 'prose' },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
] as const satisfies readonly Field[];

export const FRAME_SIZE = { width: 840, height: 600 } as const;
