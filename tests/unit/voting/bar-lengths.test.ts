import { expect, it } from 'vitest';
import { barLengths } from '#shared/voting/bar-lengths.ts';

it('makes the longest bar 1 and the others in proportion', () => {
  expect(barLengths([1, 4, 0])).toEqual([0.25, 1, 0]);
});

it('draws no bar when nobody has scored', () => {
  expect(barLengths([0, 0])).toEqual([0, 0]);
  expect(barLengths([])).toEqual([]);
});
