import type { EpochMs } from '#shared/kernel/clock.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { Command } from '#shared/session/command.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { ErrorBody, ErrorKind } from './error-kind.ts';

/**
 * The session socket: socket.io at `/socket.io`, websocket transport first, `auth: { workshop, language }`, the seat by its
 * cookie. A refused connection is a `connect_error` whose `data` is an `ErrorBody`.
 */
export interface ClientToServer {
  /** A command of the session; committed to the session log before the ack. */
  command(command: Command, ack: (reply: Ack) => void): void;
  /** Committed before the ack. The same `submissionId` again gets the same answer. */
  ballot(submission: BallotSubmission, ack: (reply: Ack<BallotReceipt>) => void): void;
  /** One's own (or one's group's) ballot so far, so that a reload shows what was received. */
  'my-ballot'(pollId: string, ack: (reply: Ack<BallotStatus>) => void): void;
  /** Answered at once with the server's time; the client keeps the sample with the lowest round trip. */
  clock(ack: (serverTime: EpochMs) => void): void;
  /** Asked for after a gap in the events; answered by a `state` message. */
  refresh(): void;
}

export interface ServerToClient {
  /** The seat's whole view: after connecting, after a gap, and when its standing or role changed. */
  state(view: SessionView): void;
  /** The next event, as this seat may see it. */
  event(event: SessionEvent): void;
  /** Who has a screen open now. */
  presence(presence: Presence): void;
  /** How many ballots are in; nothing else is known to anybody before release. */
  turnout(turnout: Turnout): void;
  /** The seat has moved to another device. The socket closes after it. (A removed person gets a view with that standing.) */
  'signed-out'(reason: 'transferred'): void;
}

export interface SessionView {
  readonly state: WorkshopState;
  readonly seatId: SeatId;
  readonly presence: Presence;
  readonly turnouts: readonly Turnout[];
}

export interface Presence {
  readonly online: readonly SeatId[];
  /** Seats that lost their connection and when; someone who said goodbye is in neither list. */
  readonly lost: Readonly<Record<SeatId, EpochMs>>;
}

export interface Turnout {
  readonly pollId: string;
  readonly received: number;
  readonly entitled: number;
}

export interface BallotSubmission {
  readonly pollId: string;
  /** Made by the client once per act of casting: a retry after a lost reply carries the same. */
  readonly submissionId: string;
  readonly ballot: unknown;
}

export interface BallotReceipt {
  readonly submissionId: string;
  /** Whether this ballot took the place of an earlier one (named ballots only). */
  readonly replaced: boolean;
}

/** `ballot` is `null` for a secret ballot: once cast, nobody can find it. */
export interface BallotStatus {
  readonly received: boolean;
  readonly submissionId: string | null;
  readonly ballot: Ballot | null;
}

export type Ack<T = null> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorBody };

export type { ErrorKind };
