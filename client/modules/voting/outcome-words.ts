import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { RankingTally } from '#shared/voting/tally.ts';
import { groupInWords, orderInWords } from './order-words.ts';

type OutcomeMessages = Pick<VotingMessages, 'order' | 'result'>;

/** A longer sentence than this cannot be taken in at a glance, in characters; the table has the order. */
const GLANCE_MAX = 60;

export interface Outcome {
  /** The method, where the two differ; `null` when they say the same. */
  readonly method: string | null;
  readonly words: string;
}

/**
 * The outcome of a ranking as one line, or as one per method when they give different orders. Too long for that: who is first, or
 * nothing where the methods differ, which is then told in words of its own.
 */
export function outcomeInWords(
  { agreement, borda, schulze }: RankingTally,
  nameOf: (option: string) => string,
  t: OutcomeMessages,
): readonly Outcome[] {
  const agreed = agreement.verdict === 'same-order';
  const outcomes = agreed
    ? [{ method: null, words: orderInWords(borda.order, nameOf, t) }]
    : [
        { method: t.result.borda, words: orderInWords(borda.order, nameOf, t) },
        { method: t.result.schulze, words: orderInWords(schulze.order, nameOf, t) },
      ];
  if (outcomes.every(({ words }) => words.length <= GLANCE_MAX)) return outcomes;
  return agreed
    ? [{ method: null, words: t.order.first(groupInWords(borda.order[0] ?? [], nameOf, t)) }]
    : [];
}
