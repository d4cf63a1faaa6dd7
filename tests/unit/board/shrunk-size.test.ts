import { expect, test } from 'vitest';
import { shrunkSize } from '#client/board/images/shrunk-size.ts';

test('a large picture keeps its shape', () => {
  expect(shrunkSize({ width: 8_000, height: 5_000 }, 2_560)).toEqual({ width: 2_560, height: 1_600 });
  expect(shrunkSize({ width: 3_000, height: 6_000 }, 2_560)).toEqual({ width: 1_280, height: 2_560 });
});

test('a small one is left as it is', () => {
  expect(shrunkSize({ width: 640, height: 480 }, 2_560)).toEqual({ width: 640, height: 480 });
});

test('a line never becomes nothing', () => {
  expect(shrunkSize({ width: 100_000, height: 3 }, 2_560)).toEqual({ width: 2_560, height: 1 });
});
