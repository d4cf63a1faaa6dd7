import * as encoding from 'lib0/encoding';
import { ByteReader } from '../wire/byte-reader.ts';
import type { Conversation, Hearer, Line, Protocol } from './protocol.ts';

export const MESSAGE = { sync: 0, awareness: 1 } as const;
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** An empty document's state vector, and what it has to offer. */
export const NOTHING_KNOWN = Buffer.from([0]);
export const NOTHING_TO_OFFER = Buffer.from([0, 0]);

/** As `y-websocket`'s WebsocketProvider speaks it, without its echo of everybody else's presence, which is a kindness to servers. */
export const yWebsocket: Protocol = (line, hearer) => new YWebsocketConversation(line, hearer);

export class YWebsocketConversation implements Conversation {
  protected readonly line: Line;
  protected readonly hearer: Hearer;
  readonly #reader = new ByteReader();

  constructor(line: Line, hearer: Hearer) {
    this.line = line;
    this.hearer = hearer;
  }

  opened(): void {
    this.line.sendBinary(syncMessage(SYNC.step1, NOTHING_KNOWN));
  }

  receive(_opcode: number, bytes: Buffer, start: number, end: number): void {
    const reader = this.#reader.open(bytes, start);
    const type = reader.uint();
    if (type === MESSAGE.sync) return this.#sync(reader, bytes);
    if (type !== MESSAGE.awareness) return this.other(type, reader, end);
    reader.uint();
    this.hearer.presence(bytes, reader.at);
  }

  sendUpdate(update: Uint8Array): void {
    this.line.sendBinary(syncMessage(SYNC.update, update));
  }

  sendPresence(states: Uint8Array): void {
    this.line.sendBinary(sized(MESSAGE.awareness, states));
  }

  keepAlive(): void {}

  ended(): void {}

  protected other(_type: number, _reader: ByteReader, _end: number): void {}

  /** The server has asked for what we have, and our answer is on its way. */
  protected offered(): void {}

  #sync(reader: ByteReader, bytes: Buffer): void {
    const step = reader.uint();
    const size = reader.uint();
    const start = reader.at;
    if (step === SYNC.update) return this.hearer.update(bytes, start, start + size);
    if (step === SYNC.step2) return this.hearer.state(bytes, start, start + size);
    this.line.sendBinary(syncMessage(SYNC.step2, NOTHING_TO_OFFER));
    this.offered();
  }
}

export const syncMessage = (step: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });

const sized = (type: number, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });
