/** The inventory is written in Swedish whatever the reader's language: å, ä and ö come last, `Etapp 2` before `Etapp 10`. */
const SWEDISH = new Intl.Collator('sv', { numeric: true });

export const compareWords = (a: string, b: string): number => SWEDISH.compare(a, b);

/**
 * The rows on screen while someone is at work in one of them: those who have left go, newcomers come last, and nothing else
 * moves, so that no row jumps from under a caret.
 */
export function keepOrder<Id>(shown: readonly Id[], fresh: readonly Id[]): readonly Id[] {
  const still = new Set(fresh);
  const kept = shown.filter((id) => still.has(id));
  const known = new Set(kept);
  return [...kept, ...fresh.filter((id) => !known.has(id))];
}
