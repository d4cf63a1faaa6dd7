import { DRAWING_COLORS } from '#shared/content/kinds/drawing.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import type { Look } from './look.ts';

/** The colour an object is drawn in; ink when it names none. */
export function drawColor(object: BoardObject, look: Look): string {
  const color = DRAWING_COLORS.find((each) => each === object.fields['color']) ?? 'ink';
  return look.colors[`draw-${color}`];
}

const DASHES = { dashed: [10, 8], dotted: [2, 7] } as const;

export function dashesOf(object: BoardObject): readonly number[] {
  const style = object.fields['lineStyle'];
  return style === 'dashed' || style === 'dotted' ? DASHES[style] : [];
}
