import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '#shared/content/board-object.ts';
import { around, center, contains, inflate, overlaps } from '#shared/geometry/box.ts';
import { freePlace, GAP, takenBy } from '#shared/geometry/free-space.ts';
import { placeBeside } from '#shared/geometry/place-beside.ts';

const coordinate = fc.integer({ min: -2000, max: 2000 });
const side = fc.integer({ min: 40, max: 400 });
const box: fc.Arbitrary<Box> = fc.tuple(coordinate, coordinate, side, side);
const size = fc.record({ width: side, height: side });

test('what is placed lies on nothing and keeps its distance', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), size, coordinate, coordinate, (boxes, wanted, x, y) => {
      const placed = freePlace([x, y], wanted, takenBy(boxes));
      expect(placed.slice(2)).toEqual([wanted.width, wanted.height]);
      for (const other of boxes) expect(overlaps(inflate(placed, GAP - 1), other)).toBe(false);
    }),
  );
});

test('a free wish is granted', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 10 }), size, coordinate, coordinate, (boxes, wanted, x, y) => {
      const wish: Box = [x, y, wanted.width, wanted.height];
      fc.pre(!takenBy(boxes)(inflate(wish, GAP)));
      expect(freePlace([x, y], wanted, takenBy(boxes))).toEqual(wish);
    }),
  );
});

test('objects added one after another never lie on each other', () => {
  fc.assert(
    fc.property(fc.array(size, { maxLength: 25 }), fc.array(box, { maxLength: 10 }), (sizes, before) => {
      const kin: Box[] = [];
      for (const each of sizes) kin.push(placeBeside(each, kin, [...before, ...kin]));
      kin.forEach((a, i) => {
        for (const b of [...kin.slice(i + 1), ...before]) expect(overlaps(a, b)).toBe(false);
      });
    }),
    { numRuns: 40 },
  );
});

test('the box around others holds all of them', () => {
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), (boxes) => {
      const whole = around(boxes) ?? [0, 0, 0, 0];
      for (const each of boxes) expect(contains(inflate(whole, 0.001), center(each))).toBe(true);
    }),
  );
});
