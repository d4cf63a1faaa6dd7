import type { Box } from '#shared/content/board-object.ts';
import { around, type Point } from './box.ts';
import { freePlace, GAP, takenBy } from './free-space.ts';

/** Objects in a row before the next begins below, when nobody says where to put them. */
const ROW_LENGTH = 5;

/**
 * Where an object goes that nobody pointed out a place for: after the last of its own kind, in rows; the first of a kind
 * below all that is there. `kin` are the boxes of its kind in order, `all` those of everything.
 */
export function placeBeside(
  size: { readonly width: number; readonly height: number },
  kin: readonly Box[],
  all: readonly Box[],
): Box {
  return freePlace(wishFor(size, kin, all), size, takenBy(all));
}

function wishFor(size: { readonly width: number }, kin: readonly Box[], all: readonly Box[]): Point {
  const last = kin.at(-1);
  const ground = around(all);
  if (ground === null) return [0, 0];
  if (last === undefined) return [ground[0], ground[1] + ground[3] + 2 * GAP];
  const left = Math.min(...kin.slice(-ROW_LENGTH).map(([x]) => x));
  const rowIsFull = last[0] + size.width > left + (ROW_LENGTH - 1) * (size.width + GAP);
  return rowIsFull ? [left, last[1] + last[3] + GAP] : [last[0] + last[2] + GAP, last[1]];
}
