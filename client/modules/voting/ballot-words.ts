import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import { normaliseRanking, type Ballot } from '#shared/voting/ballot.ts';
import type { PollOption } from '#shared/voting/poll.ts';
import { orderInWords } from './order-words.ts';

/** A ballot in words, with what a ranking leaves out where it was counted: last. */
export function ballotInWords(
  ballot: Ballot,
  options: readonly PollOption[],
  nameOf: (option: string) => string,
  t: Pick<VotingMessages, 'order'>,
): string {
  if (ballot.kind === 'single') return nameOf(ballot.option);
  const tiers = normaliseRanking(
    ballot.tiers,
    options.map((option) => option.id),
  );
  return orderInWords(tiers, nameOf, t);
}
