import type { PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import type { Ballot } from '#shared/voting/ballot.ts';

/** Workshops, seats and their secrets, and the session's event log. Secrets are stored as SHA-256 only. */
export interface WorkshopStore {
  /** Rejects with a `StorageError` of kind `conflict` when the id or the code is taken. */
  createWorkshop(workshop: NewWorkshopRow, first: PendingEvent): Promise<void>;
  workshop(id: WorkshopId): Promise<WorkshopRow | null>;
  workshopByCode(code: string): Promise<WorkshopRow | null>;
  /** Newest first. */
  workshops(): Promise<readonly WorkshopRow[]>;

  /**
   * Appends events behind sequence `after` in one commit, together with what belongs to them. `null` when another writer was
   * first: read the new events and decide again. Rejects with a `StorageError` of kind `unknown-workshop` when there is none.
   */
  appendEvents(
    workshop: WorkshopId,
    after: number,
    events: readonly PendingEvent[],
    effects?: SessionEffects,
  ): Promise<readonly SessionEvent[] | null>;
  eventsSince(workshop: WorkshopId, seq: number): Promise<readonly SessionEvent[]>;
  /** The last event's sequence of each of these workshops that exists. */
  eventHeads(workshops: readonly WorkshopId[]): Promise<ReadonlyMap<WorkshopId, number>>;

  /** The seat whose secret hashes to this, or `null`. */
  seatBySecret(workshop: WorkshopId, secretHash: string): Promise<SeatId | null>;
  createTransfer(transfer: TransferRow): Promise<void>;
  /**
   * Uses the link up: the seat's secret becomes `newSecretHash`, and the seat's other links are void. `null` when unknown,
   * used or out of date (from `expiresAt` on).
   */
  redeemTransfer(tokenHash: string, newSecretHash: string, now: number): Promise<TransferRow | null>;
}

export interface PendingEvent {
  readonly at: number;
  readonly by: SeatId | null;
  readonly happening: Happening;
}

/** Rows that must be there exactly when the events are. */
export interface SessionEffects {
  readonly newSeatSecret?: { readonly seatId: SeatId; readonly secretHash: string };
  readonly openedPoll?: PollId;
  readonly closedPolls?: readonly PollId[];
  readonly annulledPolls?: readonly PollId[];
}

export interface NewWorkshopRow {
  readonly id: WorkshopId;
  readonly code: string;
  /** The review link's secret is kept readable: the leader asks for the link again and again. */
  readonly reviewSecret: string;
  readonly leaderSecret: string;
  readonly createdAt: number;
}

export type WorkshopRow = NewWorkshopRow;

export interface TransferRow {
  readonly tokenHash: string;
  readonly workshop: WorkshopId;
  readonly seatId: SeatId;
  readonly expiresAt: number;
}

/**
 * Ballots. One transaction per ballot; the poll's row is locked in it, so that none slips in after closing. A secret ballot is
 * stored with no seat, no time and no serial; that a voter has voted is a row of its own that says nothing of what.
 */
export interface BallotStore {
  cast(cast: CastBallot): Promise<CastOutcome>;
  /** What is known of one voter's ballot. */
  status(poll: PollId, voter: string): Promise<StoredBallotStatus>;
  received(poll: PollId): Promise<number>;
  /** All ballots of a closed poll, in an order that tells nothing. `voter` is `null` for secret ones. Rejects for any other poll. */
  ballots(poll: PollId): Promise<readonly { readonly voter: string | null; readonly ballot: Ballot }[]>;
}

export interface CastBallot {
  readonly poll: PollId;
  readonly voter: string;
  readonly submissionId: string;
  readonly ballot: Ballot;
  readonly secret: boolean;
}

export type CastOutcome =
  | { readonly kind: 'received'; readonly replaced: boolean }
  /** A submission that was received before, also one that a later one has replaced, also after closing. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'poll-not-open' }
  | { readonly kind: 'already-voted' };

export interface StoredBallotStatus {
  readonly received: boolean;
  readonly submissionId: string | null;
  readonly ballot: Ballot | null;
}
