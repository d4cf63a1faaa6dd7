import type { Field } from '../field.ts';
import { DRAWING_COLORS } from './drawing.ts';

export const STAMP_MARKS = ['dot', 'star', 'heart', 'thumb-up', 'question', 'exclamation', 'check'] as const;
export type StampMark = (typeof STAMP_MARKS)[number];

/** A small mark set on something. */
export const STAMP_FIELDS = [
  { key: 'mark', type: 'option', options: STAMP_MARKS },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
] as const satisfies readonly Field[];

export const STAMP_SIZE = { width: 40, height: 40 } as const;
