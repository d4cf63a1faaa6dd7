import { assert } from '#shared/kernel/assert.ts';
import type { Result } from '#shared/kernel/result.ts';
import { compareOrders, type Agreement } from '#shared/voting/agreement.ts';
import {
  parseRankingBallot,
  parseSingleBallot,
  type Ballot,
  type BallotFault,
  type RankingBallot,
  type SingleBallot,
} from '#shared/voting/ballot.ts';
import { countBorda, type BordaResult } from '#shared/voting/borda.ts';
import { countFirstChoices, type FirstChoice } from '#shared/voting/first-choices.ts';
import type { Matrix } from '#shared/voting/matrix.ts';
import { countPairwise } from '#shared/voting/pairwise.ts';
import { countPlurality, type PluralityResult } from '#shared/voting/plurality.ts';
import type { PollMethod, PollOption } from '#shared/voting/poll.ts';
import { rankBySchulze, type SchulzeResult } from '#shared/voting/schulze.ts';

/** Option ids in poll order, their counts in that order, and the order the counts give. */
export interface SingleTally extends PluralityResult {
  readonly kind: 'single';
  readonly ballotCount: number;
  readonly options: readonly string[];
}

/** `options` is the poll's order of option ids, and names the rows and columns of `pairwise` and `schulze.strengths`. */
export interface RankingTally {
  readonly kind: 'ranking';
  readonly ballotCount: number;
  readonly options: readonly string[];
  readonly borda: BordaResult;
  readonly schulze: SchulzeResult;
  readonly pairwise: Matrix;
  readonly firstChoices: readonly FirstChoice[];
  readonly agreement: Agreement;
}

/**
 * A count as it is stored, sent and shown: plain JSON of whole numbers and option ids, the same whatever order the
 * ballots came in. Every step is in it, so that the minutes can be recounted by hand.
 */
export type Tally = SingleTally | RankingTally;

/**
 * Counts the ballots. None at all is fine: everything is then tied. Throws when the options are not distinct or a ballot
 * is not one the poll would have accepted: by then only a bug can have let it in, and a wrong result is worse than none.
 */
export function tally(
  method: PollMethod,
  options: readonly Pick<PollOption, 'id'>[],
  ballots: readonly Ballot[],
): Tally {
  const optionIds = options.map(({ id }) => id);
  assert(new Set(optionIds).size === optionIds.length, 'the options of a poll are distinct');
  switch (method) {
    case 'single':
      return tallySingle(
        optionIds,
        ballots.map((ballot) => accepted(parseSingleBallot(ballot, optionIds))),
      );
    case 'ranking':
      return tallyRanking(
        optionIds,
        ballots.map((ballot) => accepted(parseRankingBallot(ballot, optionIds))),
      );
  }
}

function tallySingle(options: readonly string[], ballots: readonly SingleBallot[]): SingleTally {
  return { kind: 'single', ballotCount: ballots.length, options, ...countPlurality(options, ballots) };
}

function tallyRanking(options: readonly string[], ballots: readonly RankingBallot[]): RankingTally {
  const borda = countBorda(options, ballots);
  const pairwise = countPairwise(options, ballots);
  const schulze = rankBySchulze(options, pairwise);
  return {
    kind: 'ranking',
    ballotCount: ballots.length,
    options,
    borda,
    schulze,
    pairwise,
    firstChoices: countFirstChoices(options, ballots),
    agreement: compareOrders(options, borda.order, schulze.order),
  };
}

/** The message names the fault and nothing of the ballot: it may be secret, and messages end up in logs. */
function accepted<T>(parsed: Result<T, BallotFault>): T {
  if (!parsed.ok) throw new Error(`A ballot to count is unsound: ${parsed.error}`);
  return parsed.value;
}
