import type { RankingBallot } from '#shared/voting/ballot.ts';
import type { PollOption } from '#shared/voting/poll.ts';
import { tally, type RankingTally, type SingleTally } from '#shared/voting/tally.ts';

/** `ranking('B > A = C')` puts B first, and A and C in one tier after it. */
export function ranking(text: string): RankingBallot {
  const tiers = text.split('>').map((tier) => tier.split('=').map((option) => option.trim()));
  return { kind: 'ranking', tiers };
}

/** The same ranking from several voters: `times(3, 'A > B')`. */
export function times(voters: number, text: string): readonly RankingBallot[] {
  return Array.from({ length: voters }, () => ranking(text));
}

/** Options whose ids are the letters of the text. */
export function optionsNamed(letters: string): readonly PollOption[] {
  return Array.from(letters).map((id) => ({ id, title: `Option ${id}` }));
}

export function tallyRankings(letters: string, ballots: readonly RankingBallot[]): RankingTally {
  const result = tally('ranking', optionsNamed(letters), ballots);
  if (result.kind !== 'ranking') throw new Error('Expected the tally of a ranking');
  return result;
}

export function tallySingles(letters: string, picks: string): SingleTally {
  const ballots = Array.from(picks).map((option) => ({ kind: 'single' as const, option }));
  const result = tally('single', optionsNamed(letters), ballots);
  if (result.kind !== 'single') throw new Error('Expected the tally of a single choice');
  return result;
}
