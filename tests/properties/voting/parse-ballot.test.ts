import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '#shared/kernel/result.ts';
import { normaliseRanking, parseBallot } from '#shared/voting/ballot.ts';
import type { PollMethod } from '#shared/voting/poll.ts';
import { tally } from '#shared/voting/tally.ts';
import { rankingElectionArbitrary, singleElectionArbitrary } from './elections.ts';

const OPTION_IDS = ['a', 'b', 'c'];
const OPTIONS = OPTION_IDS.map((id) => ({ id, title: id }));

const method = fc.constantFrom<PollMethod>('single', 'ranking');

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});

/** Close enough to a ballot to get past the first checks, and often past all of them. */
const option = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...OPTION_IDS) },
  { weight: 1, arbitrary: anything },
);
const tier = fc.oneof({ weight: 8, arbitrary: fc.array(option, { maxLength: 3 }) }, anything);
const nearBallot = fc.record(
  {
    kind: fc.oneof(fc.constantFrom('single', 'ranking'), anything),
    option,
    tiers: fc.oneof({ weight: 8, arbitrary: fc.array(tier, { maxLength: 3 }) }, anything),
    extra: anything,
  },
  { requiredKeys: [] },
);

function expectRefusedOrTallied(input: unknown, pollMethod: PollMethod): void {
  const parsed = parseBallot(input, pollMethod, OPTION_IDS);
  if (parsed.ok) expect(tally(pollMethod, OPTIONS, [parsed.value]).ballotCount).toBe(1);
  else expect(parsed.error).toMatch(/^[a-z-]+$/);
}

it('never throws on anything, and whatever it accepts can be tallied', () => {
  fc.assert(fc.property(anything, method, expectRefusedOrTallied));
});

it('never throws on what is nearly a ballot, and whatever it accepts can be tallied', () => {
  fc.assert(fc.property(nearBallot, method, expectRefusedOrTallied), { numRuns: 2000 });
});

it('never throws on JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), method, expectRefusedOrTallied));
});

it('accepts every ballot there can be, unchanged', () => {
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      for (const ballot of ballots) expect(parseBallot(ballot, 'ranking', optionIds)).toEqual(ok(ballot));
    }),
  );
  fc.assert(
    fc.property(singleElectionArbitrary, ({ optionIds, ballots }) => {
      for (const ballot of ballots) expect(parseBallot(ballot, 'single', optionIds)).toEqual(ok(ballot));
    }),
  );
});

it('normalises to every option exactly once, and twice is as once', () => {
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      for (const ballot of ballots) {
        const tiers = normaliseRanking(ballot.tiers, optionIds);
        expect(tiers.flat().sort()).toEqual([...optionIds].sort());
        expect(normaliseRanking(tiers, optionIds)).toEqual(tiers);
      }
    }),
  );
});
