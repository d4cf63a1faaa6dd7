import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ErrorBody } from '#shared/protocol/error-kind.ts';
import type {
  Ack,
  BallotReceipt,
  BallotStatus,
  BallotSubmission,
  Presence,
  SessionView,
  Turnout,
} from '#shared/protocol/session-socket.ts';
import type { Command } from '#shared/session/command.ts';
import type { SessionEvent } from '#shared/session/event.ts';

/** The session's way to the server, as the model sees it. */
export interface SessionTransport {
  /** Starts it. Called once. */
  open(listener: SessionListener): void;
  /** These never reject: a lost connection is a `no-connection` ack. Nothing is queued while there is none. */
  command(command: Command): Promise<Ack>;
  ballot(submission: BallotSubmission): Promise<Ack<BallotReceipt>>;
  myBallot(pollId: string): Promise<Ack<BallotStatus>>;
  /** The server's time just now. Rejects when no answer comes. */
  serverTime(): Promise<EpochMs>;
  /** Asks for the whole view; without a connection it does nothing, since connecting brings one. */
  refresh(): void;
  /** Drops what there is and connects at once, without waiting for the next attempt. */
  reconnect(): void;
  /** Says goodbye: this seat has left rather than lost its connection. `reconnect` comes back. */
  leave(): void;
  /** Leaves for good. */
  close(): void;
}

export interface SessionListener {
  /** Connected; the view follows. */
  online(): void;
  /** Not connected just now; attempts go on. */
  offline(): void;
  /** The server knows no seat for this browser; attempts have ended. */
  refused(error: ErrorBody): void;
  /** The seat is another device's now; the connection has ended. */
  signedOut(): void;
  view(view: SessionView): void;
  event(event: SessionEvent): void;
  presence(presence: Presence): void;
  turnout(turnout: Turnout): void;
}
