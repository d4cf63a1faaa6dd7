import { describe, expect, it } from 'vitest';
import { tally } from '#shared/voting/tally.ts';
import { optionsNamed, ranking, tallyRankings, tallySingles } from './rankings.ts';

describe('the real case: three groups, where the second rejects A and C alike', () => {
  const groups = [ranking('A > B > C'), ranking('B > A = C'), ranking('A > B > C')];
  const result = tallyRankings('ABC', groups);

  it('gives A 4.5, B 4 and C 0.5 points', () => {
    expect(result.borda.scores).toEqual([
      { option: 'A', doubledPoints: 9 },
      { option: 'B', doubledPoints: 8 },
      { option: 'C', doubledPoints: 1 },
    ]);
  });

  it('ranks A, B, C under both methods', () => {
    expect(result.borda.order).toEqual([['A'], ['B'], ['C']]);
    expect(result.schulze.order).toEqual([['A'], ['B'], ['C']]);
    expect(result.agreement.verdict).toBe('same-order');
  });

  it('is the same when the second group leaves A and C out', () => {
    expect(tallyRankings('ABC', [ranking('A > B > C'), ranking('B'), ranking('A > B > C')])).toEqual(result);
  });

  it('has this stored form', () => {
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual({
      kind: 'ranking',
      ballotCount: 3,
      options: ['A', 'B', 'C'],
      borda: {
        scores: [
          { option: 'A', doubledPoints: 9 },
          { option: 'B', doubledPoints: 8 },
          { option: 'C', doubledPoints: 1 },
        ],
        order: [['A'], ['B'], ['C']],
      },
      schulze: {
        strengths: [
          [0, 2, 2],
          [0, 0, 3],
          [0, 0, 0],
        ],
        order: [['A'], ['B'], ['C']],
      },
      pairwise: [
        [0, 2, 2],
        [1, 0, 3],
        [0, 0, 0],
      ],
      firstChoices: [
        { option: 'A', alone: 2, shared: 0 },
        { option: 'B', alone: 1, shared: 0 },
        { option: 'C', alone: 0, shared: 0 },
      ],
      agreement: {
        verdict: 'same-order',
        firstPlace: 'same',
        places: [
          { option: 'A', borda: 1, schulze: 1, standing: 'same-place' },
          { option: 'B', borda: 2, schulze: 2, standing: 'same-place' },
          { option: 'C', borda: 3, schulze: 3, standing: 'same-place' },
        ],
        pairs: { agreed: 3, disagreed: 0, tiedInOne: 0 },
      },
    });
  });
});

describe('with no ballots', () => {
  it('a ranking ties every option by both methods', () => {
    const result = tallyRankings('ABC', []);
    expect(result.ballotCount).toBe(0);
    expect(result.borda.order).toEqual([['A', 'B', 'C']]);
    expect(result.schulze.order).toEqual([['A', 'B', 'C']]);
    expect(result.agreement.verdict).toBe('same-order');
  });

  it('a single choice ties every option', () => {
    expect(tallySingles('ABC', '').order).toEqual([['A', 'B', 'C']]);
  });
});

it('a single choice has this stored form', () => {
  expect(JSON.parse(JSON.stringify(tallySingles('ABC', 'BAB')))).toStrictEqual({
    kind: 'single',
    ballotCount: 3,
    options: ['A', 'B', 'C'],
    counts: [
      { option: 'A', votes: 1 },
      { option: 'B', votes: 2 },
      { option: 'C', votes: 0 },
    ],
    order: [['B'], ['A'], ['C']],
  });
});

describe('what only a bug can cause is refused', () => {
  it('a ballot of the other kind', () => {
    const count = () => tally('single', optionsNamed('AB'), [ranking('A > B')]);
    expect(count).toThrow('A ballot to count is unsound: wrong-kind');
  });

  it('a ballot that names an option twice', () => {
    const count = () => tally('ranking', optionsNamed('AB'), [ranking('A > A')]);
    expect(count).toThrow('A ballot to count is unsound: repeated-option');
  });

  it('two options with one id', () => {
    expect(() => tally('single', optionsNamed('ABA'), [])).toThrow('the options of a poll are distinct');
  });
});
