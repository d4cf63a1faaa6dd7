import type { Box } from '#shared/content/board-object.ts';
import { distance, inflate, overlaps, type Point } from './box.ts';

/** Air between objects that are placed for people, board units. */
export const GAP = 20;

/** Rings of places to try around the wish. Beyond them the board is so full that lying on top is no surprise. */
const RINGS = 40;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The place nearest to `wish` (the top left corner wanted) where an object of this size lies on nothing and keeps `GAP` to its neighbours.
 * Places are tried on a grid of the object's own size, so that what is added one after another forms rows.
 * `isTaken` answers for a box whether something overlaps it.
 */
export function freePlace(wish: Point, size: Size, isTaken: (box: Box) => boolean): Box {
  const boxAt = ([x, y]: Point): Box => [Math.round(x), Math.round(y), size.width, size.height];
  for (let ring = 0; ring <= RINGS; ring += 1) {
    const places = ringAround(wish, ring, size).sort(nearestTo(wish));
    const free = places.map(boxAt).find((box) => !isTaken(inflate(box, GAP - 1)));
    if (free !== undefined) return free;
  }
  return boxAt(wish);
}

export const takenBy =
  (boxes: readonly Box[]) =>
  (box: Box): boolean =>
    boxes.some((other) => overlaps(box, other));

function ringAround([x, y]: Point, ring: number, { width, height }: Size): Point[] {
  const places: Point[] = [];
  for (let row = -ring; row <= ring; row += 1)
    for (let column = -ring; column <= ring; column += 1)
      if (Math.max(Math.abs(row), Math.abs(column)) === ring)
        places.push([x + column * (width + GAP), y + row * (height + GAP)]);
  return places;
}

/** Nearest first; of equals, the way people read: rightwards, then downwards, then back. */
const nearestTo =
  (wish: Point) =>
  (a: Point, b: Point): number =>
    distance(a, wish) - distance(b, wish) || b[0] - a[0] || b[1] - a[1];
