import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseRanking, type Ballot, type RankingBallot } from '#shared/voting/ballot.ts';
import { cellOf } from '#shared/voting/matrix.ts';
import type { RankedGroups } from '#shared/voting/ranked-groups.ts';
import { tally, type RankingTally, type Tally } from '#shared/voting/tally.ts';
import {
  rankingElectionArbitrary,
  singleElectionArbitrary,
  type RankingElection,
  type SingleElection,
} from './elections.ts';

function tallyOf(optionIds: readonly string[], ballots: readonly RankingBallot[]): RankingTally {
  const result = tally('ranking', asOptions(optionIds), ballots);
  if (result.kind !== 'ranking') throw new Error('Expected the tally of a ranking');
  return result;
}

function asOptions(optionIds: readonly string[]): readonly { readonly id: string }[] {
  return optionIds.map((id) => ({ id }));
}

/** An election, with its options and its ballots each in another order. */
function shuffled<E extends RankingElection | SingleElection>(
  elections: fc.Arbitrary<E>,
): fc.Arbitrary<{ election: E; optionIds: readonly string[]; ballots: E['ballots'] }> {
  return elections.chain((election) =>
    fc.record({
      election: fc.constant(election),
      optionIds: reordered(election.optionIds),
      ballots: reordered<Ballot>(election.ballots) as fc.Arbitrary<E['ballots']>,
    }),
  );
}

function reordered<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** What a tally says, told without any order that the poll alone decides. */
function meaningOf(result: Tally): unknown {
  return result.kind === 'single'
    ? { counts: byOption(result.counts), order: asSets(result.order) }
    : {
        borda: byOption(result.borda.scores),
        bordaOrder: asSets(result.borda.order),
        schulzeOrder: asSets(result.schulze.order),
        pairwise: cellsByName(result.options, result.pairwise),
        strengths: cellsByName(result.options, result.schulze.strengths),
        firstChoices: byOption(result.firstChoices),
        verdict: result.agreement.verdict,
        firstPlace: result.agreement.firstPlace,
        places: byOption(result.agreement.places),
        pairs: result.agreement.pairs,
      };
}

function asSets(order: RankedGroups): readonly ReadonlySet<string>[] {
  return order.map((group) => new Set(group));
}

function byOption<T extends { readonly option: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.option, row]));
}

function cellsByName(
  optionIds: readonly string[],
  matrix: RankingTally['pairwise'],
): ReadonlyMap<string, number> {
  return new Map(
    optionIds.flatMap((row, rowIndex) =>
      optionIds.map((column, columnIndex): [string, number] => [
        JSON.stringify([row, column]),
        cellOf(matrix, rowIndex, columnIndex),
      ]),
    ),
  );
}

describe('any tally', () => {
  it('is the same, to the byte, whatever order the ballots came in', () => {
    fc.assert(
      fc.property(shuffled(rankingElectionArbitrary), ({ election, ballots }) => {
        const original = tallyOf(election.optionIds, election.ballots);
        expect(JSON.stringify(tallyOf(election.optionIds, ballots))).toBe(JSON.stringify(original));
      }),
    );
  });

  it('says the same whatever order the poll lists its options in', () => {
    fc.assert(
      fc.property(shuffled(rankingElectionArbitrary), ({ election, optionIds, ballots }) => {
        const original = tallyOf(election.optionIds, election.ballots);
        expect(meaningOf(tallyOf(optionIds, ballots))).toEqual(meaningOf(original));
      }),
    );
    fc.assert(
      fc.property(shuffled(singleElectionArbitrary), ({ election, optionIds, ballots }) => {
        const original = tally('single', asOptions(election.optionIds), election.ballots);
        expect(meaningOf(tally('single', asOptions(optionIds), ballots))).toEqual(meaningOf(original));
      }),
    );
  });

  it('keeps both orders when every ballot is cast once more', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const once = tallyOf(optionIds, ballots);
        const twice = tallyOf(optionIds, [...ballots, ...ballots]);
        expect(twice.borda.order).toEqual(once.borda.order);
        expect(twice.schulze.order).toEqual(once.schulze.order);
        expect(twice.agreement).toEqual(once.agreement);
      }),
    );
  });

  it('counts an option left out as one tied last', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const spelledOut = ballots.map((ballot) => ({
          ...ballot,
          tiers: normaliseRanking(ballot.tiers, optionIds),
        }));
        expect(tallyOf(optionIds, spelledOut)).toEqual(tallyOf(optionIds, ballots));
      }),
    );
  });

  it('survives being stored', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const result = tallyOf(optionIds, ballots);
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      }),
    );
  });

  it('places every option once, in poll order within a tie', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const { borda, schulze } = tallyOf(optionIds, ballots);
        for (const order of [borda.order, schulze.order]) {
          expect(order.flat().sort()).toEqual([...optionIds].sort());
          for (const group of order) expect(group).toEqual(optionIds.filter((id) => group.includes(id)));
        }
      }),
    );
  });
});

describe('a count of single choices', () => {
  it('has as many votes as ballots', () => {
    fc.assert(
      fc.property(singleElectionArbitrary, ({ optionIds, ballots }) => {
        const result = tally('single', asOptions(optionIds), ballots);
        if (result.kind !== 'single') throw new Error('Expected the tally of a single choice');
        expect(result.counts.reduce((sum, count) => sum + count.votes, 0)).toBe(ballots.length);
      }),
    );
  });
});

describe('first choices', () => {
  it('are held alone, or shared by at least two, on every ballot', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const firsts = ballots.map((ballot) => normaliseRanking(ballot.tiers, optionIds)[0] ?? []);
        for (const { option, alone, shared } of tallyOf(optionIds, ballots).firstChoices) {
          const having = firsts.filter((first) => first.includes(option));
          expect(alone).toBe(having.filter((first) => first.length === 1).length);
          expect(shared).toBe(having.filter((first) => first.length > 1).length);
        }
      }),
    );
  });
});

describe('agreement', () => {
  it('puts every pair of options in exactly one class', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const { agreed, disagreed, tiedInOne } = tallyOf(optionIds, ballots).agreement.pairs;
        expect(agreed + disagreed + tiedInOne).toBe((optionIds.length * (optionIds.length - 1)) / 2);
      }),
    );
  });

  it('calls it the same order exactly when the groups are equal, and when every pair agrees', () => {
    fc.assert(
      fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
        const { borda, schulze, agreement } = tallyOf(optionIds, ballots);
        const isSameOrder = JSON.stringify(borda.order) === JSON.stringify(schulze.order);
        const isSameFirst = JSON.stringify(borda.order[0]) === JSON.stringify(schulze.order[0]);
        expect(agreement.verdict === 'same-order').toBe(isSameOrder);
        expect(agreement.verdict !== 'different-first').toBe(isSameFirst);
        expect(agreement.pairs.disagreed + agreement.pairs.tiedInOne === 0).toBe(isSameOrder);
      }),
    );
  });
});
