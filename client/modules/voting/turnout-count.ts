import type { Turnout } from '#shared/protocol/session-socket.ts';
import type { Poll } from '#shared/session/workshop-state.ts';

export interface TurnoutCount {
  readonly received: number;
  readonly entitled: number;
  readonly electorate: Poll['electorate'];
}

/**
 * How many ballots are in, of how many. The roll is in the session, which is newer than the last turnout when someone has just
 * been given a ballot. `null` until the first count has come.
 */
export const turnoutCount = (poll: Poll, turnout: Turnout | null): TurnoutCount | null =>
  turnout === null
    ? null
    : { received: turnout.received, entitled: poll.roll.length, electorate: poll.electorate };

/** How many on the roll have not voted; `null` when not known. */
export const missingBallots = (poll: Poll, turnout: Turnout | null): number | null =>
  turnout === null ? null : Math.max(0, poll.roll.length - turnout.received);
