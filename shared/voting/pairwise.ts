import { must } from '#shared/kernel/assert.ts';
import { normaliseRanking, type RankingBallot } from '#shared/voting/ballot.ts';
import { buildMatrix, type Matrix } from '#shared/voting/matrix.ts';

/**
 * How many ballots put the row's option above the column's. A tie counts for neither, so the two cells of a pair sum to
 * at most the number of ballots. Published with the result: from it anyone can recount Borda and Schulze by hand.
 */
export function countPairwise(optionIds: readonly string[], ballots: readonly RankingBallot[]): Matrix {
  const tierNumbers = ballots.map((ballot) => tierNumbersOf(ballot, optionIds));
  return buildMatrix(
    optionIds.length,
    (row, column) => tierNumbers.filter((numbers) => isAbove(numbers, row, column)).length,
  );
}

/** Which tier each option stands in, 0 for best, in poll order. */
function tierNumbersOf(ballot: RankingBallot, optionIds: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  for (const [number, tier] of normaliseRanking(ballot.tiers, optionIds).entries()) {
    for (const option of tier) numbers.set(option, number);
  }
  return optionIds.map((option) => must(numbers.get(option), 'tier of an option'));
}

function isAbove(tierNumbers: readonly number[], row: number, column: number): boolean {
  return must(tierNumbers[row], 'row option') < must(tierNumbers[column], 'column option');
}
