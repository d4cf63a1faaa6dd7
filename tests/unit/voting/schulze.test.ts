import { describe, expect, it } from 'vitest';
import type { RankingBallot } from '#shared/voting/ballot.ts';
import { countPairwise } from '#shared/voting/pairwise.ts';
import { rankBySchulze, type SchulzeResult } from '#shared/voting/schulze.ts';
import { times } from './rankings.ts';

function schulzeOf(letters: string, ballots: readonly RankingBallot[]): SchulzeResult {
  const optionIds = Array.from(letters);
  return rankBySchulze(optionIds, countPairwise(optionIds, ballots));
}

describe('the 45-voter example of Wikipedia, "Schulze method"', () => {
  const ballots = [
    ...times(5, 'A > C > B > E > D'),
    ...times(5, 'A > D > E > C > B'),
    ...times(8, 'B > E > D > A > C'),
    ...times(3, 'C > A > B > E > D'),
    ...times(7, 'C > A > E > B > D'),
    ...times(2, 'C > B > A > D > E'),
    ...times(7, 'D > C > E > B > A'),
    ...times(8, 'E > B > A > D > C'),
  ];

  it('has the published pairwise preferences', () => {
    expect(countPairwise(Array.from('ABCDE'), ballots)).toEqual([
      [0, 20, 26, 30, 22],
      [25, 0, 16, 33, 18],
      [19, 29, 0, 17, 24],
      [15, 12, 28, 0, 14],
      [23, 27, 21, 31, 0],
    ]);
  });

  it('has the published strongest paths', () => {
    expect(schulzeOf('ABCDE', ballots).strengths).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
  });

  it('ranks E, A, C, B, D', () => {
    expect(schulzeOf('ABCDE', ballots).order).toEqual([['E'], ['A'], ['C'], ['B'], ['D']]);
  });
});

it('shows a cycle of equal strength as a tie', () => {
  const ballots = [...times(1, 'A > B > C'), ...times(1, 'B > C > A'), ...times(1, 'C > A > B')];
  expect(schulzeOf('ABC', ballots).order).toEqual([['A', 'B', 'C']]);
});

it('cuts a cycle at its weakest win', () => {
  const ballots = [...times(4, 'A > B > C'), ...times(3, 'B > C > A'), ...times(2, 'C > A > B')];
  expect(schulzeOf('ABC', ballots).order).toEqual([['A'], ['B'], ['C']]);
});

it('measures a win by the votes for it, not by the margin', () => {
  // A over B by 5 to 4, B over C by 3 to 0, C over A by 4 to 3. By margins B would be ahead of C.
  const pairwise = [
    [0, 5, 3],
    [4, 0, 3],
    [4, 0, 0],
  ];
  const { strengths, order } = rankBySchulze(['A', 'B', 'C'], pairwise);
  expect(strengths).toEqual([
    [0, 5, 3],
    [3, 0, 3],
    [4, 4, 0],
  ]);
  expect(order).toEqual([['C'], ['A'], ['B']]);
});

it('leaves in the first layer an option that ties every pair, beside the one that is ahead of the rest', () => {
  const ballots = [...times(1, 'A > B > C'), ...times(1, 'C > A > B')];
  expect(schulzeOf('ABC', ballots).order).toEqual([['A', 'C'], ['B']]);
});
