import { normaliseRanking, type RankingBallot } from '#shared/voting/ballot.ts';
import { rankByScore, type RankedGroups } from '#shared/voting/ranked-groups.ts';
import { addScore, blankSheet, scoreOn } from '#shared/voting/score-sheet.ts';

/** Twice the points, so that a shared half point is still a whole number. Shown by `formatPoints`. */
export interface BordaScore {
  readonly option: string;
  readonly doubledPoints: number;
}

/** Scores in poll order; the order they give, best first. */
export interface BordaResult {
  readonly scores: readonly BordaScore[];
  readonly order: RankedGroups;
}

/**
 * Borda count (J.-C. de Borda, 1784): of n options the best gets n − 1 points, the last 0. Tied options share the mean
 * of the places they occupy, so each ballot hands out n(n − 1)/2 points however much of it is tied or left out, and
 * leaving options out gives no extra weight.
 */
export function countBorda(optionIds: readonly string[], ballots: readonly RankingBallot[]): BordaResult {
  const sheet = blankSheet(optionIds);
  for (const ballot of ballots) {
    for (const { option, doubledPoints } of pointsOnBallot(ballot, optionIds)) {
      addScore(sheet, option, doubledPoints);
    }
  }
  return {
    scores: optionIds.map((option) => ({ option, doubledPoints: scoreOn(sheet, option) })),
    order: rankByScore(optionIds, (option) => scoreOn(sheet, option)),
  };
}

function pointsOnBallot(ballot: RankingBallot, optionIds: readonly string[]): readonly BordaScore[] {
  let bestPoints = optionIds.length - 1;
  return normaliseRanking(ballot.tiers, optionIds).flatMap((tier) => {
    const worstPoints = bestPoints - (tier.length - 1);
    // Consecutive places: their mean is (best + worst) / 2, and doubled it is the sum.
    const doubledPoints = bestPoints + worstPoints;
    bestPoints = worstPoints - 1;
    return tier.map((option) => ({ option, doubledPoints }));
  });
}
