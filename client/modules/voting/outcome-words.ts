import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { RankedGroups } from '#shared/voting/ranked-groups.ts';
import type { RankingTally } from '#shared/voting/tally.ts';
import { groupInWords, orderInWords } from './order-words.ts';

type OutcomeMessages = Pick<VotingMessages, 'order' | 'result'>;

/** Longer orders than this cannot be taken in as a sentence; the table has them. */
const SPEAKABLE_OPTIONS = 5;

export interface Outcome {
  /** The method, where the two differ; `null` when they say the same. */
  readonly method: string | null;
  readonly words: string;
}

/** The outcome of a ranking as one line, or as one per method when they give different orders. */
export function outcomeInWords(
  { agreement, borda, schulze }: RankingTally,
  nameOf: (option: string) => string,
  t: OutcomeMessages,
): readonly Outcome[] {
  if (agreement.verdict === 'same-order') return [{ method: null, words: lineOf(borda.order, nameOf, t) }];
  return [
    { method: t.result.borda, words: lineOf(borda.order, nameOf, t) },
    { method: t.result.schulze, words: lineOf(schulze.order, nameOf, t) },
  ];
}

function lineOf(order: RankedGroups, nameOf: (option: string) => string, t: OutcomeMessages): string {
  const speakable = order.flat().length <= SPEAKABLE_OPTIONS || order.length === 1;
  return speakable ? orderInWords(order, nameOf, t) : t.order.first(groupInWords(order[0] ?? [], nameOf, t));
}
