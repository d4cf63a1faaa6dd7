import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

interface Placed {
  readonly id: ObjectId;
  readonly box: Box;
}

/**
 * The order in which people read what lies on a board: row by row, each from left to right. What begins above the middle of the
 * row's first object is in its row, since nobody lays out cards to the pixel.
 */
export function readingOrder(placed: readonly Placed[]): readonly ObjectId[] {
  const byTop = [...placed].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0] || compare(a.id, b.id));
  const rows: Placed[][] = [];
  let rowEnd = -Infinity;
  for (const each of byTop) {
    if (each.box[1] >= rowEnd) {
      rows.push([]);
      rowEnd = each.box[1] + each.box[3] / 2;
    }
    rows.at(-1)?.push(each);
  }
  return rows.flatMap((row) =>
    row.sort((a, b) => a.box[0] - b.box[0] || compare(a.id, b.id)).map(({ id }) => id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
