import type { SingleBallot } from '#shared/voting/ballot.ts';
import { rankByScore, type RankedGroups } from '#shared/voting/ranked-groups.ts';
import { addScore, blankSheet, scoreOn } from '#shared/voting/score-sheet.ts';

export interface VoteCount {
  readonly option: string;
  readonly votes: number;
}

/** Counts in poll order, options with no votes included; the order they give, best first. */
export interface PluralityResult {
  readonly counts: readonly VoteCount[];
  readonly order: RankedGroups;
}

/** One ballot, one vote; the most votes come first, equal votes are tied. */
export function countPlurality(
  optionIds: readonly string[],
  ballots: readonly SingleBallot[],
): PluralityResult {
  const sheet = blankSheet(optionIds);
  for (const ballot of ballots) addScore(sheet, ballot.option, 1);
  return {
    counts: optionIds.map((option) => ({ option, votes: scoreOn(sheet, option) })),
    order: rankByScore(optionIds, (option) => scoreOn(sheet, option)),
  };
}
