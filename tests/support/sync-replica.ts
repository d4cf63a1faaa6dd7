import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import { SYNC_MESSAGE, type CloseCode } from '#shared/protocol/sync.ts';
import type { Connection } from '#server/sync/connection.ts';
import type { Room } from '#server/sync/room.ts';
import type { SyncSocket } from '#server/sync/sync-socket.ts';
import { encodeBarrier, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import { READ_WRITE } from './sync-names.ts';

/** The server's end of a line on which nothing moves until the test delivers it. */
export class TestSocket implements SyncSocket {
  /** Messages from the server, oldest first, that the client has not read. */
  readonly inbox: Uint8Array[] = [];
  closedWith: CloseCode | 'cut' | null = null;
  isPaused = false;
  backlog = 0;
  taken = 0;

  send(message: Uint8Array): void {
    if (this.closedWith === null) this.inbox.push(message);
  }

  write(frames: Uint8Array): void {
    if (this.closedWith === null) this.inbox.push(...unframe(frames));
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  close(code: CloseCode): void {
    this.closedWith ??= code;
  }

  terminate(): void {
    this.closedWith ??= 'cut';
  }
}

/** The messages in a run of unmasked binary frames. */
export function unframe(frames: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
  const messages: Uint8Array[] = [];
  for (let at = 0; at < frames.byteLength;) {
    const short = view.getUint8(at + 1);
    const header = short === 127 ? 10 : short === 126 ? 4 : 2;
    const size =
      short === 127 ? Number(view.getBigUint64(at + 2)) : short === 126 ? view.getUint16(at + 2) : short;
    messages.push(new Uint8Array(frames.subarray(at + header, at + header + size)));
    at += header + size;
  }
  return messages;
}

/**
 * What a stock client does, with the network in the test's hands: edits are queued until they are sent, what the server says until it
 * is read, and a lost connection loses both.
 */
export class Replica {
  readonly doc: Y.Doc;
  readonly seat: SeatId;
  socket: TestSocket | null = null;
  /** The largest barrier echoed, and the reasons for refusals, so far. */
  acknowledged = 0;
  readonly rejections: string[] = [];
  #connection: Connection | null = null;
  readonly #outbox: Uint8Array[] = [];

  constructor(seat: string, clientId?: number, doc = new Y.Doc()) {
    this.seat = seat as SeatId;
    this.doc = doc;
    if (clientId !== undefined) this.doc.clientID = clientId;
    objectsOf(this.doc);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.socket !== null) this.#outbox.push(encodeUpdate(update));
    });
  }

  get isConnected(): boolean {
    return this.socket !== null && this.socket.closedWith === null;
  }

  connect(room: Room, access = READ_WRITE, since: number | null = null): void {
    this.disconnect();
    this.socket = new TestSocket();
    this.#outbox.push(encodeSyncStep1(Y.encodeStateVector(this.doc)));
    this.#connection = room.join(this.socket, this.seat, access, since);
  }

  disconnect(): void {
    this.socket = null;
    this.#outbox.length = 0;
    this.#connection?.ended();
    this.#connection = null;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  barrier(n: number): void {
    this.#outbox.push(encodeBarrier(n));
  }

  /** Loses what is on its way to the server, though the line stays. */
  drop(): void {
    this.#outbox.length = 0;
  }

  /** Lets up to `count` messages reach the server. */
  send(count = Infinity): void {
    for (let left = count; left > 0 && this.isConnected; left -= 1) {
      const message = this.#outbox.shift();
      if (message === undefined) return;
      this.#connection?.receive(message);
    }
  }

  /** Reads up to `count` of the server's messages. */
  read(count = Infinity): void {
    for (let left = count; left > 0; left -= 1) {
      const message = this.socket?.inbox.shift();
      if (message === undefined) return;
      this.#take(decoding.createDecoder(message));
    }
  }

  #take(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case SYNC_MESSAGE.sync:
        return this.#takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      case SYNC_MESSAGE.barrier:
        this.acknowledged = Math.max(this.acknowledged, decoding.readVarUint(decoder));
        return;
      case SYNC_MESSAGE.rejected:
        this.rejections.push(decoding.readVarString(decoder));
    }
  }

  #takeSync(step: number, bytes: Uint8Array): void {
    if (step === 0) this.#outbox.push(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, bytes)));
    else Y.applyUpdate(this.doc, bytes, this);
  }
}

export const canonical = (doc: Y.Doc): unknown => sorted(objectsOf(doc).toJSON());

/** Keys of a map come in different orders on different replicas. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

export const varUints = (...numbers: readonly number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of numbers) encoding.writeVarUint(encoder, number);
  });
