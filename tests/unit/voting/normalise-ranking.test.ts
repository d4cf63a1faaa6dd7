import { expect, it } from 'vitest';
import { normaliseRanking } from '#shared/voting/ballot.ts';

it('ties the options left out in a last tier, in poll order', () => {
  expect(normaliseRanking([['c']], ['a', 'b', 'c'])).toEqual([['c'], ['a', 'b']]);
});

it('adds no tier when nothing is left out', () => {
  expect(normaliseRanking([['c'], ['b', 'a']], ['a', 'b', 'c'])).toEqual([['c'], ['b', 'a']]);
});
