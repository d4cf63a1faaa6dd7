import type * as Y from 'yjs';
import type { CloseCode, RejectionCode } from '#shared/protocol/sync.ts';
import type { Receiver } from './fan-out.ts';

/** What became of an update that a connection has offered. */
export type Offer =
  | { readonly kind: 'taken'; readonly refusal: RejectionCode | null; readonly steps: number }
  | { readonly kind: 'gap' }
  | { readonly kind: 'offence'; readonly code: CloseCode; readonly why: string }
  /** Inspected, and still it could not be applied: memory can no longer be trusted. */
  | { readonly kind: 'broken'; readonly error: unknown };

/** What a connection asks of its room. */
export interface RoomPort {
  readonly document: string;
  /** Lent: only the room changes it. It may be ahead of the log; see `whenDurable`. */
  readonly doc: Y.Doc;
  stateVector(): Uint8Array;
  /**
   * Gives the finished frames for a client with this state vector, SyncStep2 among them, when all they tell is durable: to be sent at once,
   * since they end where the next tick begins. `null` when it is no state vector. A client that says it has the committed state of row
   * `since` is told the rows after it. What has to be worked out from a large page may come later; not at all when the room ends before.
   */
  answerTo(stateVector: Uint8Array, since: number | null, give: (frames: Buffer | null) => void): void;
  /** Runs when everything applied so far is in the log, at once when it is; never when it never will be. */
  whenDurable(run: () => void): void;
  /** `leads`: what the leader has locked may be changed. */
  offer(update: Uint8Array, seat: string, mayWrite: boolean, leads?: boolean): Offer;
  /** Takes an awareness message; `false` when it is none. */
  announce(from: Receiver, states: Uint8Array): boolean;
  /** The states of everybody else as an awareness message; `null` when there are none. */
  presenceFor(receiver: Receiver): Uint8Array | null;
  leave(connection: Receiver): void;
  /** Throws memory away; the log is whole. Everybody comes back to a room made from it. */
  giveUp(event: string, error: unknown): void;
}
