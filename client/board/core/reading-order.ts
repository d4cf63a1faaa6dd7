import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

export interface Placed {
  readonly id: ObjectId;
  readonly box: Box;
  /** The frame it says it lies in; read under it if that is here. */
  readonly frame?: ObjectId | null;
}

/**
 * The order in which people read what lies on a board: row by row, each from left to right, and after a frame's title what lies in it,
 * before what comes next. What begins above the middle of the row's first object is in its row, since nobody lays out cards to the pixel.
 */
export function readingOrder(placed: readonly Placed[]): readonly ObjectId[] {
  const members = membersByFrame(placed);
  const order = new Set<ObjectId>();
  const read = (each: Placed): void => {
    if (order.has(each.id)) return;
    order.add(each.id);
    for (const member of rowByRow(members.get(each.id) ?? [])) read(member);
  };
  for (const each of rowByRow(members.get(null) ?? [])) read(each);
  // Frames that two people have put into each other at once lie in none that is read.
  if (order.size < placed.length) for (const each of rowByRow(placed)) read(each);
  return [...order];
}

function membersByFrame(placed: readonly Placed[]): ReadonlyMap<ObjectId | null, readonly Placed[]> {
  const here = new Set(placed.map(({ id }) => id));
  const members = new Map<ObjectId | null, Placed[]>();
  for (const each of placed) {
    const frame = each.frame !== undefined && each.frame !== null && here.has(each.frame) ? each.frame : null;
    const known = members.get(frame);
    if (known === undefined) members.set(frame, [each]);
    else known.push(each);
  }
  return members;
}

function rowByRow(placed: readonly Placed[]): readonly Placed[] {
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
  return rows.flatMap((row) => row.sort((a, b) => a.box[0] - b.box[0] || compare(a.id, b.id)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
