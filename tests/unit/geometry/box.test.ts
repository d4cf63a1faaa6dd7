import { describe, expect, test } from 'vitest';
import { around, between, contains, inflate, overlaps, translate } from '#shared/geometry/box.ts';

describe('boxes', () => {
  test('boxes side by side do not overlap', () => {
    expect(overlaps([0, 0, 10, 10], [10, 0, 10, 10])).toBe(false);
    expect(overlaps([0, 0, 10, 10], [9, 9, 10, 10])).toBe(true);
  });

  test('the edge belongs to the box', () => {
    expect(contains([0, 0, 10, 10], [10, 10])).toBe(true);
    expect(contains([0, 0, 10, 10], [10.1, 10])).toBe(false);
  });

  test('two corners in any order make one box', () => {
    expect(between([30, 5], [10, 25])).toEqual([10, 5, 20, 20]);
    expect(between([10, 25], [30, 5])).toEqual([10, 5, 20, 20]);
  });

  test('around nothing there is no box', () => {
    expect(around([])).toBeNull();
    expect(
      around([
        [-5, 0, 10, 10],
        [20, 30, 5, 5],
      ]),
    ).toEqual([-5, 0, 30, 35]);
  });

  test('shrinking ends at the centre', () => {
    expect(inflate([0, 0, 10, 20], -100)).toEqual([5, 10, 0, 0]);
    expect(inflate([0, 0, 10, 20], 2)).toEqual([-2, -2, 14, 24]);
  });

  test('a move keeps the size', () => {
    expect(translate([1, 2, 3, 4], 10, -10)).toEqual([11, -8, 3, 4]);
  });
});
