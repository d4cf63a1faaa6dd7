/** Option ids, best group first. A group with several options is a tie; inside it they keep the poll's order. */
export type RankedGroups = readonly (readonly string[])[];

/** Highest score first, equal scores in one group. Scores are whole numbers, so equal means equal. */
export function rankByScore(
  optionIds: readonly string[],
  scoreOf: (option: string) => number,
): readonly string[][] {
  const scores = [...new Set(optionIds.map(scoreOf))].sort((a, b) => b - a);
  return scores.map((score) => optionIds.filter((option) => scoreOf(option) === score));
}

/**
 * Each option's place, 1 for first. Tied options share the best place they occupy and the places after it are skipped
 * (1, 2, 2, 4), as in sports, so that a place says how many are ahead.
 */
export function placesIn(groups: RankedGroups): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const group of groups) {
    const place = places.size + 1;
    for (const option of group) places.set(option, place);
  }
  return places;
}
