import type { Box } from '#shared/content/board-object.ts';
import { around } from '#shared/geometry/box.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** The boxes moved so that they share an edge, or a middle, of the box around them all. */
export function align(boxes: readonly Box[], edge: Edge): readonly Box[] {
  const all = around(boxes);
  return all === null ? boxes : boxes.map((box) => aligned(box, all, edge));
}

function aligned([x, y, width, height]: Box, [left, top, across, down]: Box, edge: Edge): Box {
  switch (edge) {
    case 'left':
      return [left, y, width, height];
    case 'centre':
      return [left + (across - width) / 2, y, width, height];
    case 'right':
      return [left + across - width, y, width, height];
    case 'top':
      return [x, top, width, height];
    case 'middle':
      return [x, top + (down - height) / 2, width, height];
    case 'bottom':
      return [x, top + down - height, width, height];
  }
}
