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
  /** The SyncStep2 for a client with this state vector, to be sent when it is durable; `null` when that is none. */
  answerTo(stateVector: Uint8Array): Uint8Array | null;
  /** Runs when everything applied so far is in the log, at once when it is; never when it never will be. */
  whenDurable(run: () => void): void;
  offer(update: Uint8Array, seat: string, mayWrite: boolean): Offer;
  /** Takes an awareness message; `false` when it is none. */
  announce(from: Receiver, states: Uint8Array): boolean;
  /** The states of everybody else as an awareness message; `null` when there are none. */
  presenceFor(receiver: Receiver): Uint8Array | null;
  leave(connection: Receiver): void;
  /** Throws memory away; the log is whole. Everybody comes back to a room made from it. */
  giveUp(event: string, error: unknown): void;
}
