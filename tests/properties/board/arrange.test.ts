import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { align, type Edge } from '#client/board/arrange/align.ts';
import { distribute, type Axis } from '#client/board/arrange/distribute.ts';
import { tidy, tidyByKey } from '#client/board/arrange/tidy.ts';
import type { Box } from '#shared/content/board-object.ts';
import { around, overlaps } from '#shared/geometry/box.ts';

const side = fc.integer({ min: 1, max: 2_000 });
const at = fc.integer({ min: -50_000, max: 50_000 });
const box: fc.Arbitrary<Box> = fc.tuple(at, at, side, side);
const boxes = fc.array(box, { minLength: 1, maxLength: 30 });
const EDGES: readonly Edge[] = ['left', 'centre', 'right', 'top', 'middle', 'bottom'];
const AXES: readonly Axis[] = ['across', 'down'];

const sizes = (all: readonly Box[]) => all.map(([, , width, height]) => [width, height]);

const noneOverlap = (all: readonly Box[]): boolean =>
  all.every((one, i) => all.slice(i + 1).every((other) => !overlaps(one, other)));

describe('arranging', () => {
  test('aligning keeps every size, moves along one axis only, and stays within the box around all', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...EDGES), (before, edge) => {
        const after = align(before, edge);
        const [from, length, fixed] = ['left', 'centre', 'right'].includes(edge)
          ? ([0, 2, 1] as const)
          : ([1, 3, 0] as const);
        expect(sizes(after)).toEqual(sizes(before));
        expect(after.map((each) => each[fixed])).toEqual(before.map((each) => each[fixed]));
        const all = around(before);
        for (const each of after) {
          expect(each[from]).toBeGreaterThanOrEqual(all?.[from] ?? NaN);
          expect(each[from] + each[length]).toBeLessThanOrEqual(
            (all?.[from] ?? NaN) + (all?.[length] ?? NaN),
          );
        }
      }),
    );
  });

  test('distributing keeps every size and makes all gaps equal', () => {
    fc.assert(
      fc.property(
        fc.array(box, { minLength: 3, maxLength: 30 }),
        fc.constantFrom(...AXES),
        (before, axis) => {
          const after = distribute(before, axis);
          const [from, length] = axis === 'across' ? ([0, 2] as const) : ([1, 3] as const);
          expect(sizes(after)).toEqual(sizes(before));
          const order = after.toSorted((a, b) => a[from] - b[from]);
          const gaps = order
            .slice(1)
            .map((each, i) => each[from] - (order[i]?.[from] ?? 0) - (order[i]?.[length] ?? 0));
          for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? NaN, 3);
          expect(gaps.every((gap) => gap >= -1e-6)).toBe(true);
        },
      ),
    );
  });

  test('tidied, nothing overlaps and nothing changes its size', () => {
    fc.assert(
      fc.property(boxes, (before) => {
        const after = tidy(before);
        expect(sizes(after)).toEqual(sizes(before));
        expect(noneOverlap(after)).toBe(true);
      }),
    );
  });

  test('tidied in heaps, nothing overlaps, and no heap reaches into another', () => {
    const keyed = fc.array(fc.tuple(box, fc.constantFrom('a', 'b', 'c', '')), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(keyed, (each) => {
        const keys = each.map(([, key]) => key);
        const after = tidyByKey(
          each.map(([before]) => before),
          keys,
        );
        expect(sizes(after)).toEqual(sizes(each.map(([before]) => before)));
        expect(noneOverlap(after)).toBe(true);
        const heaps = [...new Set(keys)].map((key) => around(after.filter((_, i) => keys[i] === key)));
        expect(noneOverlap(heaps.filter((heap) => heap !== null))).toBe(true);
      }),
    );
  });
});
