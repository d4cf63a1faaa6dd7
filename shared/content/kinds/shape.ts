import type { Field } from '../field.ts';
import { DRAWING_COLORS } from './drawing.ts';

export const SHAPE_FORMS = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'hexagon',
  'arrow',
  'speech',
] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

export const SHAPE_FILLS = ['none', 'tint', 'solid'] as const;
export const LINE_STYLES = ['solid', 'dashed', 'dotted'] as const;

export const SHAPE_FIELDS = [
  { key: 'text', type: 'prose' },
  { key: 'form', type: 'option', options: SHAPE_FORMS },
  { key: 'color', type: 'option', options: DRAWING_COLORS },
  { key: 'fill', type: 'option', options: SHAPE_FILLS },
  { key: 'lineStyle', type: 'option', options: LINE_STYLES },
  /** Degrees clockwise. */
  { key: 'rotation', type: 'number' },
] as const satisfies readonly Field[];

export const SHAPE_SIZE = { width: 200, height: 140 } as const;
