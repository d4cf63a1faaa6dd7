/**
 * Bar lengths for a chart of votes or points, 0 to 1, in the given order: the longest bar is 1. All 0 when nobody has
 * scored. Computed where it is drawn; a stored result keeps whole numbers only.
 */
export function barLengths(scores: readonly number[]): readonly number[] {
  const highest = Math.max(0, ...scores);
  return scores.map((score) => (highest === 0 ? 0 : score / highest));
}
