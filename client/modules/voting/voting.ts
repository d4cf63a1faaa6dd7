import { SvelteSet } from 'svelte/reactivity';
import { randomId } from '#client/model/random-id.ts';
import type { Session } from '#client/model/types.ts';
import { voterIdOf } from '#shared/session/permission.ts';
import type { Poll } from '#shared/session/workshop-state.ts';
import { BallotCasting } from './ballot-casting.svelte.ts';
import { sessionDrawer } from './pending-ballot.ts';

/** The voter's side of all polls of a session: what is on its way, and which news has been told. */
export class Voting {
  readonly #session: Session;
  readonly #drawer = sessionDrawer(() => sessionStorage);
  /** By poll and voter: who changes group has another ballot. */
  readonly #castings = new Map<string, BallotCasting>();
  /** Polls met here before their result was shown: only their results are news. */
  readonly #awaited = new SvelteSet<string>();
  readonly #seenResults = new SvelteSet<string>();
  readonly #told = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** This person's ballot in the poll; `null` without a vote. */
  castingOf(poll: Poll): BallotCasting | null {
    const voter = voterIdOf(this.#session.state, poll, this.#session.seatId);
    if (voter === null) return null;
    const key = `${poll.id}/${voter}`;
    const known = this.#castings.get(key);
    if (known !== undefined) return known;
    const casting = this.#newCasting(poll, voter);
    this.#castings.set(key, casting);
    // Later: this runs while a view is computed, where no state may change.
    queueMicrotask(() => casting.resume());
    return casting;
  }

  /** Remembers which results are still to come. */
  await(polls: readonly Poll[]): void {
    for (const poll of polls)
      if (poll.status === 'open' || poll.status === 'closed') this.#awaited.add(poll.id);
  }

  /** The result came while this person was here and has not been on their screen. */
  isNews = (poll: Poll): boolean =>
    poll.status === 'released' && this.#awaited.has(poll.id) && !this.#seenResults.has(poll.id);

  sawResult(poll: Poll): void {
    this.#seenResults.add(poll.id);
  }

  /** True the first time only, so that a piece of news is said once however often its view comes and goes. */
  tellOnce(news: string): boolean {
    if (this.#told.has(news)) return false;
    this.#told.add(news);
    return true;
  }

  #newCasting({ id, method, secrecy }: Poll, voter: string): BallotCasting {
    return new BallotCasting({
      pollId: id,
      method,
      secrecy,
      voter,
      session: this.#session,
      drawer: this.#drawer,
      newSubmissionId: () => randomId(),
      voterNow: () => this.#voterNow(id),
    });
  }

  #voterNow(pollId: string): string | null {
    const { state, seatId } = this.#session;
    const poll = state.polls.find((candidate) => candidate.id === pollId);
    return poll === undefined ? null : voterIdOf(state, poll, seatId);
  }
}

// A ballot on its way must outlive every view that shows it, so it belongs to the session, and is gone with it.
const votingBySession = new WeakMap<Session, Voting>();

export function votingOf(session: Session): Voting {
  const voting = votingBySession.get(session) ?? new Voting(session);
  votingBySession.set(session, voting);
  return voting;
}
