import type { Field } from '../field.ts';
import { DRAWING_COLORS, LINE_WIDTHS } from './drawing.ts';

export const INK_TOOLS = ['pen', 'marker'] as const;
export type InkTool = (typeof INK_TOOLS)[number];

/** Of the box's width and height, so that a stroke is moved and stretched by its box alone. */
export const INK_SCALE = 10_000;
/** Three numbers a point: across, down (0 to `INK_SCALE`), pressure (0 to 100). */
export const INK_STRIDE = 3;
/** Points of one stroke; a longer one is cut in two by the pen. */
export const INK_POINTS_MAX = 2_000;

/** A line drawn by hand. */
export const STROKE_FIELDS = [
  { key: 'points', type: 'points' },
  { key: 'tool', type: 'option', options: INK_TOOLS },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
  { key: 'lineWidth', type: 'option', options: LINE_WIDTHS },
] as const satisfies readonly Field[];

export const STROKE_SIZE = { width: 100, height: 100 } as const;
