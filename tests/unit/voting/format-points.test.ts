import { expect, it } from 'vitest';
import { formatPoints } from '#shared/voting/format-points.ts';

it('writes halves with the decimal mark of the language', () => {
  expect(formatPoints(9, 'sv')).toBe('4,5');
  expect(formatPoints(9, 'en')).toBe('4.5');
  expect(formatPoints(1, 'sv')).toBe('0,5');
});

it('writes whole points without decimals', () => {
  expect(formatPoints(8, 'sv')).toBe('4');
  expect(formatPoints(0, 'en')).toBe('0');
});

it('refuses what is no number of doubled points', () => {
  expect(() => formatPoints(4.5, 'sv')).toThrow('doubled points are a whole number');
  expect(() => formatPoints(-1, 'sv')).toThrow('doubled points are a whole number');
});
