import { untrack } from 'svelte';
import type { Session } from '#client/model/types.ts';
import { voterIdOf } from '#shared/session/permission.ts';
import type { Poll } from '#shared/session/workshop-state.ts';
import { TurnoutWatch } from './turnout-watch.ts';
import type { Voting } from './voting.ts';

/**
 * Call while a component is set up: keeps what it shows of this person's ballots true. Another tab or another in the group may
 * cast (a new turnout tells), and a phone that was asleep or offline has missed it.
 */
export function keepFresh(session: Session, voting: Voting, polls: () => readonly Poll[]): void {
  const running = $derived(polls().filter(({ status }) => status === 'open' || status === 'closed'));
  // A string, so that the session's other events do not make everyone ask.
  const standing = $derived(running.map((poll) => standingOf(session, poll)).join(' '));
  const castings = () => running.flatMap((poll) => voting.castingOf(poll) ?? []);

  $effect(() => {
    if (standing !== '') untrack(() => castings().forEach((casting) => casting.refresh()));
  });

  const watch = new TurnoutWatch();
  $effect(() => {
    for (const poll of running) {
      if (watch.isNew(poll.id, session.turnoutOf(poll.id))) untrack(() => refreshAfterTurnout(voting, poll));
    }
  });

  $effect(() => {
    if (session.connection === 'online') untrack(() => castings().forEach((casting) => casting.retryNow()));
  });

  $effect(() => {
    const onvisible = () => {
      if (document.visibilityState === 'visible') castings().forEach((casting) => casting.retryNow());
    };
    document.addEventListener('visibilitychange', onvisible);
    return () => document.removeEventListener('visibilitychange', onvisible);
  });
}

const standingOf = (session: Session, poll: Poll): string =>
  `${poll.id}:${poll.status}:${voterIdOf(session.state, poll, session.seatId) ?? ''}`;

/** One's own received ballot is not changed by others' ballots; a group's may be. */
function refreshAfterTurnout(voting: Voting, poll: Poll): void {
  const casting = voting.castingOf(poll);
  if (casting?.stage.kind === 'received' && poll.electorate === 'individual') return;
  casting?.refresh();
}
