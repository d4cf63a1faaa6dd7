import fc from 'fast-check';
import type { RankingBallot, SingleBallot } from '#shared/voting/ballot.ts';

export interface RankingElection {
  readonly optionIds: readonly string[];
  readonly ballots: readonly RankingBallot[];
}

export interface SingleElection {
  readonly optionIds: readonly string[];
  readonly ballots: readonly SingleBallot[];
}

/** Names that break a careless count: object keys with a meaning, digits, the empty string. */
const optionIdsArbitrary = fc.uniqueArray(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__', 'constructor', '0', '', 'å ä'),
  { minLength: 1, maxLength: 6 },
);

/** Ties and options left out are common here, as they are in the room. */
export function rankingBallotArbitrary(optionIds: readonly string[]): fc.Arbitrary<RankingBallot> {
  return fc
    .shuffledSubarray([...optionIds], { minLength: 1 })
    .chain((listed) =>
      fc
        .array(fc.boolean(), { minLength: listed.length, maxLength: listed.length })
        .map((startsTier): RankingBallot => ({ kind: 'ranking', tiers: cut(listed, startsTier) })),
    );
}

function cut(listed: readonly string[], startsTier: readonly boolean[]): readonly (readonly string[])[] {
  const tiers: string[][] = [];
  for (const [index, option] of listed.entries()) {
    const current = tiers.at(-1);
    if (current === undefined || startsTier[index] === true) tiers.push([option]);
    else current.push(option);
  }
  return tiers;
}

/** Small on purpose: a handful of ballots ties and cycles far more often than a hundred. */
export const rankingElectionArbitrary: fc.Arbitrary<RankingElection> = optionIdsArbitrary.chain((optionIds) =>
  fc.record({
    optionIds: fc.constant(optionIds),
    ballots: fc.array(rankingBallotArbitrary(optionIds), { maxLength: 9 }),
  }),
);

export const singleElectionArbitrary: fc.Arbitrary<SingleElection> = optionIdsArbitrary.chain((optionIds) =>
  fc.record({
    optionIds: fc.constant(optionIds),
    ballots: fc.array(
      fc.constantFrom(...optionIds).map((option): SingleBallot => ({ kind: 'single', option })),
      { maxLength: 9 },
    ),
  }),
);
