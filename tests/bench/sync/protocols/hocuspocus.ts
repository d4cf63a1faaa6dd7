import * as encoding from 'lib0/encoding';
import { ByteReader } from '../wire/byte-reader.ts';
import type { Conversation, Hearer, Line, Protocol } from './protocol.ts';
import { NOTHING_KNOWN, NOTHING_TO_OFFER, SYNC } from './y-websocket.ts';

/** As HocuspocusProvider 4 speaks it: every message starts with the document's name, and each update is answered. */
export const hocuspocus: Protocol = (line, hearer, room) => new HocuspocusConversation(line, hearer, room);

const MESSAGE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, status: 8, ping: 9 } as const;
const TOKEN = 0;
const DENIED = 1;
const PROVIDER_VERSION = '4.7.0';

class HocuspocusConversation implements Conversation {
  readonly #line: Line;
  readonly #hearer: Hearer;
  readonly #room: string;
  readonly #reader = new ByteReader();
  /** What awaits its answer, oldest first: whether it was an update. */
  readonly #unanswered: boolean[] = [];
  #saved = 0;

  constructor(line: Line, hearer: Hearer, room: string) {
    this.#line = line;
    this.#hearer = hearer;
    this.#room = room;
  }

  opened(): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.auth);
      encoding.writeVarUint(encoder, TOKEN);
      encoding.writeVarString(encoder, 'token');
      encoding.writeVarString(encoder, PROVIDER_VERSION);
    });
    this.#sendSync(SYNC.step1, NOTHING_KNOWN);
  }

  receive(_opcode: number, bytes: Buffer, start: number): void {
    const reader = this.#reader.open(bytes, start);
    reader.skipSized();
    const type = reader.uint();
    switch (type) {
      case MESSAGE.sync:
      case MESSAGE.syncReply:
        return this.#sync(reader, bytes);
      case MESSAGE.awareness:
        reader.uint();
        return this.#hearer.presence(bytes, reader.at);
      case MESSAGE.status:
        return this.#answered(reader.uint() === 1);
      case MESSAGE.auth:
        if (reader.uint() === DENIED) throw new Error('the server denies access');
    }
  }

  sendUpdate(update: Uint8Array): void {
    this.#unanswered.push(true);
    this.#sendSync(SYNC.update, update);
  }

  sendPresence(states: Uint8Array): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.awareness);
      encoding.writeVarUint8Array(encoder, states);
    });
  }

  keepAlive(): void {
    this.#send((encoder) => encoding.writeVarUint(encoder, MESSAGE.ping));
  }

  ended(): void {}

  #sync(reader: ByteReader, bytes: Buffer): void {
    const step = reader.uint();
    const size = reader.uint();
    const start = reader.at;
    if (step === SYNC.update) return this.#hearer.update(bytes, start, start + size);
    if (step === SYNC.step2) return this.#hearer.state(bytes, start, start + size);
    this.#unanswered.push(false);
    this.#sendSync(SYNC.step2, NOTHING_TO_OFFER);
  }

  #answered(isSaved: boolean): void {
    if (!isSaved) throw new Error('the server did not take an update');
    if (this.#unanswered.shift() !== true) return;
    this.#saved += 1;
    this.#hearer.saved(this.#saved);
  }

  #sendSync(step: number, payload: Uint8Array): void {
    this.#send((encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, payload);
    });
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, this.#room);
    write(encoder);
    this.#line.sendBinary(encoding.toUint8Array(encoder));
  }
}
