import { DRAWING_COLORS, type DrawingColor } from '#shared/content/kinds/drawing.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import type { Look } from './look.ts';

/** The colour an object is drawn in; ink when it names none. */
export const drawColor = (object: BoardObject, look: Look): string => look.colors[`draw-${colorOf(object)}`];

/** The paler one that fills what it encloses. */
export const drawTint = (object: BoardObject, look: Look): string =>
  look.colors[`draw-${colorOf(object)}-tint`];

const colorOf = (object: BoardObject): DrawingColor =>
  DRAWING_COLORS.find((each) => each === object.fields['color']) ?? 'ink';

const DASHES = { dashed: [10, 8], dotted: [2, 7] } as const;

export function dashesOf(object: BoardObject): readonly number[] {
  const style = object.fields['lineStyle'];
  return style === 'dashed' || style === 'dotted' ? DASHES[style] : [];
}
