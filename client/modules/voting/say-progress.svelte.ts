import { announce } from '#client/ui/announce.svelte.ts';
import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { Poll } from '#shared/session/workshop-state.ts';
import type { BallotCasting, CastingStage } from './ballot-casting.svelte.ts';

/** Call while the form is set up: tells those who listen what becomes of their ballot, when it changes and not before. */
export function sayProgress(poll: () => Poll, casting: () => BallotCasting | null, t: VotingMessages): void {
  let lastStage: CastingStage | null = null;
  $effect(() => {
    const stage = casting()?.stage ?? null;
    const words = stage === null || lastStage === null ? null : progressWords(lastStage, stage, t);
    if (words !== null) announce(words);
    lastStage = stage;
  });

  let lastStatus: Poll['status'] | null = null;
  $effect(() => {
    const { status } = poll();
    if (lastStatus === 'open' && status === 'closed') announce(t.panel.closed);
    if (lastStatus !== null && lastStatus !== status && status === 'annulled') announce(t.panel.annulled);
    lastStatus = status;
  });
}

function progressWords(before: CastingStage, now: CastingStage, t: VotingMessages): string | null {
  if (before.kind !== 'sending') return null;
  if (now.kind === 'received') return t.ballot.received;
  const failsNow = now.kind === 'sending' && now.problem !== null && before.problem === null;
  return failsNow ? t.ballot.retrying : null;
}
