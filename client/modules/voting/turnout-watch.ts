import type { Turnout } from '#shared/protocol/session-socket.ts';

/** Tells a new turnout message from one met before. A changed group ballot leaves the count as it was, so numbers do not tell. */
export class TurnoutWatch {
  readonly #last = new Map<string, Turnout | null>();

  isNew(pollId: string, turnout: Turnout | null): boolean {
    const known = this.#last.has(pollId) && this.#last.get(pollId) === turnout;
    this.#last.set(pollId, turnout);
    return !known;
  }
}
