import type { Box } from '#shared/content/board-object.ts';
import { around } from '#shared/geometry/box.ts';
import { GAP } from '#shared/geometry/free-space.ts';

/** Between one heap and the next, so that they are seen to be heaps. */
const HEAP_GAP = 3 * GAP;

/** The boxes, in the order given, laid out row by row from their common top left corner: as many columns as rows, about. */
export function tidy(boxes: readonly Box[]): readonly Box[] {
  const all = around(boxes);
  if (all === null) return boxes;
  return grid(boxes, [all[0], all[1]], Math.ceil(Math.sqrt(boxes.length)));
}

/** Boxes with the same key in a heap of their own; the heaps side by side, in the order in which their keys first come. */
export function tidyByKey(boxes: readonly Box[], keys: readonly string[]): readonly Box[] {
  const all = around(boxes);
  if (all === null) return boxes;
  const laid = [...boxes];
  let left = all[0];
  for (const key of new Set(keys)) {
    const heap = boxes.map((_, i) => i).filter((i) => keys[i] === key);
    const members = boxes.filter((_, i) => keys[i] === key);
    const tidied = grid(members, [left, all[1]], columnsOfHeap(members.length));
    for (const [at, i] of heap.entries()) laid[i] = tidied[at] ?? laid[i] ?? [0, 0, 0, 0];
    const extent = around(tidied);
    if (extent !== null) left = extent[0] + extent[2] + HEAP_GAP;
  }
  return laid;
}

/** A heap is taller than wide, as people stack notes under each other. */
const columnsOfHeap = (count: number): number => Math.max(1, Math.floor(Math.sqrt(count / 2)));

/** Columns are as wide as the widest box, rows as high as the highest in them. */
function grid(
  boxes: readonly Box[],
  [left, top]: readonly [number, number],
  columns: number,
): readonly Box[] {
  const pitch = Math.max(...boxes.map(([, , width]) => width)) + GAP;
  let y = top;
  let rowHeight = 0;
  return boxes.map(([, , width, height], i) => {
    const column = i % columns;
    if (column === 0 && i > 0) {
      y += rowHeight + GAP;
      rowHeight = 0;
    }
    rowHeight = Math.max(rowHeight, height);
    return [left + column * pitch, y, width, height];
  });
}
