import { expect, it } from 'vitest';
import { countPairwise } from '#shared/voting/pairwise.ts';
import { ranking } from './rankings.ts';

it('counts the ballots that put the row above the column, and none that tie them', () => {
  const ballots = [ranking('A > B > C'), ranking('B > A = C'), ranking('C > A')];
  expect(countPairwise(['A', 'B', 'C'], ballots)).toEqual([
    [0, 2, 1],
    [1, 0, 2],
    [1, 1, 0],
  ]);
});
