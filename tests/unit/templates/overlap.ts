import { expect } from 'vitest';
import type { BoardObject, Box } from '#shared/content/board-object.ts';

const overlap = (a: Box, b: Box): boolean =>
  a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

/** Every object on a page can be read without moving another. */
export function expectNoOverlap(objects: readonly BoardObject[]): void {
  for (const [index, a] of objects.entries())
    for (const b of objects.slice(index + 1)) expect(overlap(a.box, b.box), `${a.id} on ${b.id}`).toBe(false);
}
