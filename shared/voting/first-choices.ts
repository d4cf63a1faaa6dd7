import { normaliseRanking, type RankingBallot } from '#shared/voting/ballot.ts';
import { addScore, blankSheet, scoreOn } from '#shared/voting/score-sheet.ts';

/**
 * How many ballots have the option first: `alone`, and `shared` with others. Kept apart rather than added as fractions:
 * "two first places and one shared" can be read aloud and checked against the ballots, "2⅓" cannot.
 */
export interface FirstChoice {
  readonly option: string;
  readonly alone: number;
  readonly shared: number;
}

/** In poll order. Each ballot adds either one `alone`, or one `shared` to every option of its first tier. */
export function countFirstChoices(
  optionIds: readonly string[],
  ballots: readonly RankingBallot[],
): readonly FirstChoice[] {
  const alone = blankSheet(optionIds);
  const shared = blankSheet(optionIds);
  for (const ballot of ballots) {
    const [first = []] = normaliseRanking(ballot.tiers, optionIds);
    const sheet = first.length === 1 ? alone : shared;
    for (const option of first) addScore(sheet, option, 1);
  }
  return optionIds.map((option) => ({
    option,
    alone: scoreOn(alone, option),
    shared: scoreOn(shared, option),
  }));
}
