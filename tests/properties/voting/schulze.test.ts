import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RankingBallot } from '#shared/voting/ballot.ts';
import { countPairwise } from '#shared/voting/pairwise.ts';
import { rankBySchulze, type SchulzeResult } from '#shared/voting/schulze.ts';
import { rankingElectionArbitrary, type RankingElection } from './elections.ts';

function schulzeOf({ optionIds, ballots }: RankingElection): SchulzeResult {
  return rankBySchulze(optionIds, countPairwise(optionIds, ballots));
}

/** Straight from the definitions, by name, with nothing shared with the implementation. */
function naiveSchulze({ optionIds, ballots }: RankingElection) {
  const votes = (a: string, b: string): number =>
    ballots.filter((ballot) => depthOf(ballot, a) < depthOf(ballot, b)).length;
  const strengthOf = (from: string, to: string): number => strongestWalk(from, to, [from]);
  const isAhead = (a: string, b: string): boolean => strengthOf(a, b) > strengthOf(b, a);

  /** Tries every path that visits no option twice. */
  function strongestWalk(from: string, to: string, visited: readonly string[]): number {
    const next = optionIds.filter((option) => !visited.includes(option));
    const strengths = next.map((option) => {
      const win = votes(from, option) > votes(option, from) ? votes(from, option) : 0;
      return option === to ? win : Math.min(win, strongestWalk(option, to, [...visited, option]));
    });
    return Math.max(0, ...strengths);
  }

  /** The longest chain of options ahead of this one: the layer it ends up in. */
  function layerOf(option: string): number {
    const ahead = optionIds.filter((rival) => isAhead(rival, option));
    return ahead.length === 0 ? 0 : 1 + Math.max(...ahead.map(layerOf));
  }

  const layers = optionIds.map((option) => layerOf(option));
  const depth = Math.max(...layers) + 1;
  return {
    strengths: optionIds.map((a) => optionIds.map((b) => (a === b ? 0 : strengthOf(a, b)))),
    order: Array.from({ length: depth }, (_, layer) =>
      optionIds.filter((_id, index) => layers[index] === layer),
    ),
    isAhead,
  };
}

function depthOf(ballot: RankingBallot, option: string): number {
  const tier = ballot.tiers.findIndex((options) => options.includes(option));
  return tier === -1 ? Infinity : tier;
}

const smallElections = rankingElectionArbitrary.filter(({ optionIds }) => optionIds.length <= 5);

it('equals the definition worked out by trying every path', () => {
  fc.assert(
    fc.property(smallElections, (election) => {
      const naive = naiveSchulze(election);
      expect(schulzeOf(election)).toEqual({ strengths: naive.strengths, order: naive.order });
    }),
    { numRuns: 150 },
  );
});

it('puts an option in a later group than everything ahead of it', () => {
  fc.assert(
    fc.property(smallElections, (election) => {
      const { isAhead } = naiveSchulze(election);
      const { order } = schulzeOf(election);
      for (const [index, group] of order.entries()) {
        const sameOrEarlier = order.slice(0, index + 1).flat();
        for (const option of group) {
          expect(sameOrEarlier.some((other) => isAhead(option, other))).toBe(false);
        }
      }
    }),
    { numRuns: 50 },
  );
});

it('lets a Condorcet winner win alone, and a Condorcet loser lose alone', () => {
  let winners = 0;
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      const pairwise = countPairwise(optionIds, ballots);
      const { order } = rankBySchulze(optionIds, pairwise);
      const beats = (a: number, b: number) => Number(pairwise[a]?.[b]) > Number(pairwise[b]?.[a]);
      for (const [self, option] of optionIds.entries()) {
        const rivals = [...optionIds.keys()].filter((rival) => rival !== self);
        if (rivals.every((rival) => beats(self, rival))) {
          winners += 1;
          expect(order[0]).toEqual([option]);
        }
        if (rivals.every((rival) => beats(rival, self))) expect(order.at(-1)).toEqual([option]);
      }
    }),
    { numRuns: 500 },
  );
  expect(winners).toBeGreaterThan(50);
});
