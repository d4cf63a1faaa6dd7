import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resettled, resized, stretched, turned } from '#client/board/core/resized.ts';
import { ALL_ANCHORS, snap } from '#client/board/core/snapping.ts';
import type { Box } from '#shared/content/board-object.ts';
import { center } from '#shared/geometry/box.ts';

const place = fc.integer({ min: -2_000, max: 2_000 });
const side = fc.integer({ min: 20, max: 600 });
const boxes: fc.Arbitrary<Box> = fc.tuple(place, place, side, side);
const pulls = fc.constantFrom<readonly [-1 | 0 | 1, -1 | 0 | 1]>(
  [-1, -1],
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
);
const ALL = { x: ALL_ANCHORS, y: ALL_ANCHORS };
const REACH = 6;

describe('being brought into line', () => {
  test('moves no further than the reach, and a second time not at all', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 12 }), (box, others) => {
        const { dx, dy } = snap(box, ALL, others, REACH);
        expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(REACH);
        const again = snap([box[0] + dx, box[1] + dy, box[2], box[3]], ALL, others, REACH);
        expect([again.dx, again.dy].map(Math.abs)).toEqual([0, 0]);
      }),
    );
  });

  test('shows a line wherever it has moved, and the line is one of the box', () => {
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 12 }), (box, others) => {
        const { dx, dy, guides } = snap(box, ALL, others, REACH);
        if (dx !== 0) expect(guides.some(({ axis }) => axis === 'x')).toBe(true);
        if (dy !== 0) expect(guides.some(({ axis }) => axis === 'y')).toBe(true);
        for (const { axis, at } of guides) {
          const [start, length] = axis === 'x' ? [box[0] + dx, box[2]] : [box[1] + dy, box[3]];
          expect(ALL_ANCHORS.some((share) => Math.abs(start + length * share - at) < 0.01)).toBe(true);
        }
      }),
    );
  });

  test('leaves alone what is in line with nothing near', () => {
    expect(snap([0, 0, 100, 100], ALL, [[1_000, 1_000, 50, 50]], REACH)).toEqual({
      dx: 0,
      dy: 0,
      guides: [],
    });
  });
});

describe('stretching', () => {
  test('keeps the sides that are not pulled where they are, and something of the object', () => {
    fc.assert(
      fc.property(boxes, pulls, place, place, (box, pull, dx, dy) => {
        const after = resized(box, pull, [dx, dy], false);
        expect(Math.min(after[2], after[3])).toBeGreaterThan(0);
        if (pull[0] >= 0) expect(after[0]).toBe(box[0]);
        if (pull[0] <= 0) expect(after[0] + after[2]).toBeCloseTo(box[0] + box[2]);
        if (pull[1] >= 0) expect(after[1]).toBe(box[1]);
        if (pull[1] <= 0) expect(after[1] + after[3]).toBeCloseTo(box[1] + box[3]);
      }),
    );
  });

  test('by a corner that keeps proportions keeps them', () => {
    fc.assert(
      fc.property(boxes, place, place, (box, dx, dy) => {
        const after = resized(box, [1, 1], [dx, dy], true);
        expect(after[2] / after[3]).toBeCloseTo(box[2] / box[3]);
      }),
    );
  });

  test('of several leaves each in its place among them', () => {
    fc.assert(
      fc.property(boxes, boxes, (from, to) => {
        stretched(from, from, to).forEach((value, i) => expect(value).toBeCloseTo(to[i] ?? NaN));
      }),
    );
  });

  test('of something turned leaves the corner across from the hand where it is seen', () => {
    fc.assert(
      fc.property(boxes, place, place, fc.integer({ min: 0, max: 359 }), (box, dx, dy, angle) => {
        const after = resettled(resized(box, [1, 1], [dx, dy], false), box, angle);
        const [x, y] = turned([after[0], after[1]], center(after), angle);
        const [oldX, oldY] = turned([box[0], box[1]], center(box), angle);
        expect(x).toBeCloseTo(oldX, 4);
        expect(y).toBeCloseTo(oldY, 4);
      }),
    );
  });
});
