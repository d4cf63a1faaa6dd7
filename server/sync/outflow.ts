import * as Y from 'yjs';
import type { Receiver, Tick } from './fan-out.ts';
import { frame } from './frame.ts';
import type { RoomPort } from './room-port.ts';
import type { SyncContext } from './sync-context.ts';
import type { SyncSocket } from './sync-socket.ts';
import { encodeSyncStep2 } from './wire.ts';

/**
 * What goes out to one client, at the speed it can take. One that lags loses cursors first, then updates; when it has caught up it gets
 * what it missed as one diff. Memory held for it is bounded throughout.
 */
export class Outflow {
  /** Updates are of use only to a client that has had the state they build on. */
  #hasState = false;
  /** The clocks it had when updates were held back; `null` while it keeps up. */
  #heldSince: ReadonlyMap<number, number> | null = null;
  #isCatchingUp = false;
  /** Where `taken` will stand when the last whole answer has gone: that much backlog is not the client's fault. */
  #answerEnds = 0;
  readonly #socket: SyncSocket;
  readonly #room: RoomPort;
  readonly #context: SyncContext;
  readonly #cut: () => void;

  constructor(socket: SyncSocket, room: RoomPort, context: SyncContext, cut: () => void) {
    this.#socket = socket;
    this.#room = room;
    this.#context = context;
    this.#cut = cut;
  }

  /** Sends the page's state, or what of it the client lacks; from now on it can follow. */
  answer(frames: Buffer): void {
    this.#socket.write(frames);
    this.#answerEnds = this.#socket.taken + this.#socket.backlog;
    this.#hasState = true;
  }

  deliver(tick: Tick, receiver: Receiver): void {
    const { limits, metrics } = this.#context;
    const lag = this.#lag();
    if (lag > limits.terminateAboveBytes) return this.#cut();
    if (this.#heldSince !== null) return;
    if (this.#hasState && tick.updates !== null && lag > limits.holdUpdatesAboveBytes) {
      metrics.count('held');
      this.#heldSince = tick.stateBefore;
      return;
    }
    this.#write(tick, receiver, lag <= limits.dropAwarenessAboveBytes);
  }

  /** The network has taken all there was: brings a client that was held back up to date. */
  catchUp(): void {
    if (this.#heldSince === null || this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    const lacking = Y.encodeStateAsUpdate(this.#room.doc, Y.encodeStateVector(new Map(this.#heldSince)));
    const diff = frame(encodeSyncStep2(lacking));
    this.#room.whenDurable(() => {
      this.#isCatchingUp = false;
      this.#heldSince = null;
      this.answer(diff);
    });
  }

  #write(tick: Tick, receiver: Receiver, withPresence: boolean): void {
    const bytes = this.#partOf(tick, receiver, withPresence);
    if (bytes === null) return;
    this.#context.metrics.count('bytesFannedOut', bytes.byteLength);
    this.#socket.write(bytes);
  }

  #partOf(tick: Tick, receiver: Receiver, withPresence: boolean): Buffer | null {
    if (this.#hasState) return withPresence ? tick.allFor(receiver) : tick.updates;
    return withPresence ? tick.presenceFor(receiver) : null;
  }

  #lag(): number {
    const answerLeft = Math.max(0, this.#answerEnds - this.#socket.taken);
    return Math.max(0, this.#socket.backlog - answerLeft);
  }
}
