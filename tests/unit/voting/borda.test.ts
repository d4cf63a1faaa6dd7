import { describe, expect, it } from 'vitest';
import type { RankingBallot } from '#shared/voting/ballot.ts';
import { countBorda } from '#shared/voting/borda.ts';
import { ranking } from './rankings.ts';

const OPTIONS = ['A', 'B', 'C', 'D'];

function doubledPointsOn(...ballots: readonly RankingBallot[]): readonly number[] {
  return countBorda(OPTIONS, ballots).scores.map((score) => score.doubledPoints);
}

describe('one ballot of four options', () => {
  it('gives 3, 2, 1 and 0 points', () => {
    expect(doubledPointsOn(ranking('A > B > C > D'))).toEqual([6, 4, 2, 0]);
  });

  it('shares the mean of the places among tied options', () => {
    expect(doubledPointsOn(ranking('A > B = C > D'))).toEqual([6, 3, 3, 0]);
    expect(doubledPointsOn(ranking('A = B = C > D'))).toEqual([4, 4, 4, 0]);
  });

  it('shares the last places among the options left out', () => {
    expect(doubledPointsOn(ranking('D'))).toEqual([2, 2, 2, 6]);
    expect(doubledPointsOn(ranking('D'))).toEqual(doubledPointsOn(ranking('D > A = B = C')));
  });
});

it('adds up the ballots', () => {
  expect(doubledPointsOn(ranking('A > B > C > D'), ranking('D > C > B > A'))).toEqual([6, 6, 6, 6]);
});

it('groups equal points as a tie, in poll order', () => {
  const { order } = countBorda(OPTIONS, [ranking('B > D > A > C'), ranking('B > A > D > C')]);
  expect(order).toEqual([['B'], ['A', 'D'], ['C']]);
});

it('fails loudly on an option that is not in the poll', () => {
  expect(() => countBorda(OPTIONS, [ranking('A > E')])).toThrow('Missing: option on the score sheet');
});
