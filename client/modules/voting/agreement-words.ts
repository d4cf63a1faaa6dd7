import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { RankingTally } from '#shared/voting/tally.ts';
import { groupInWords } from './order-words.ts';

type AgreementMessages = Pick<VotingMessages, 'agreement' | 'order'>;

/**
 * How far the two methods tell the same story, a sentence or two. Empty without ballots: then every option is tied and the
 * methods agree on nothing at all.
 */
export function agreementInWords(
  tally: RankingTally,
  nameOf: (option: string) => string,
  t: AgreementMessages,
): readonly string[] {
  if (tally.ballotCount === 0) return [];
  const { verdict, pairs } = tally.agreement;
  const verdictWords = verdictInWords(tally, nameOf, t);
  if (verdict === 'same-order') return [verdictWords];
  const total = pairs.agreed + pairs.disagreed + pairs.tiedInOne;
  return [verdictWords, t.agreement.pairs(pairs.agreed, total)];
}

function verdictInWords(
  { agreement, borda, schulze }: RankingTally,
  nameOf: (option: string) => string,
  t: AgreementMessages,
): string {
  const firstOf = (order: readonly (readonly string[])[]) => groupInWords(order[0] ?? [], nameOf, t);
  switch (agreement.verdict) {
    case 'same-order':
      return borda.order.length === 1 ? t.agreement.allAlike : t.agreement.sameOrder;
    case 'same-first':
      return t.agreement.sameFirst(firstOf(borda.order));
    case 'different-first':
      return agreement.firstPlace === 'overlapping'
        ? t.agreement.overlapping(firstOf(borda.order), firstOf(schulze.order))
        : t.agreement.apart(firstOf(borda.order), firstOf(schulze.order));
  }
}
