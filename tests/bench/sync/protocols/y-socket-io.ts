import { clientFrame, OPCODE } from '../wire/client-frame.ts';
import type { Conversation, Hearer, Line, Protocol } from './protocol.ts';
import { NOTHING_KNOWN, NOTHING_TO_OFFER } from './y-websocket.ts';

/** As y-socket.io's provider speaks it, over a WebSocket from the start: its polling phase is left out, in its favour. */
export const ySocketIo: Protocol = (line, hearer, room) => new YSocketIoConversation(line, hearer, room);

/** Text packets of engine.io 4 and socket.io 5 begin with their numbers; binary data follows in a frame of its own. */
const PACKET = { open: '0', ping: '2', connected: '40', refused: '44', event: '45', answer: '46' } as const;
const ATTACHED = '{"_placeholder":true,"num":0}';

type Attachment =
  | { readonly kind: 'update' | 'presence' | 'state' | 'unknown' }
  | { readonly kind: 'question'; readonly number: string };

class YSocketIoConversation implements Conversation {
  readonly #line: Line;
  readonly #hearer: Hearer;
  readonly #namespace: string;
  /** What the text packet before has announced. */
  #attachment: Attachment = { kind: 'unknown' };

  constructor(line: Line, hearer: Hearer, room: string) {
    this.#line = line;
    this.#hearer = hearer;
    this.#namespace = `/yjs|${room}`;
  }

  /** The server speaks first. */
  opened(): void {}

  receive(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === OPCODE.binary) return this.#attached(bytes, start, end);
    const packet = bytes.toString('latin1', start, end);
    if (packet.startsWith(PACKET.event)) this.#attachment = announcedBy(packet);
    else if (packet.startsWith(PACKET.answer)) this.#attachment = { kind: 'state' };
    else if (packet.startsWith(PACKET.refused)) throw new Error(packet);
    else if (packet.startsWith(PACKET.open)) this.#line.sendText(`${PACKET.connected}${this.#namespace},`);
    else if (packet.startsWith(PACKET.ping)) this.#line.sendText('3');
  }

  sendUpdate(update: Uint8Array): void {
    this.#send(`${PACKET.event}1-${this.#namespace},["sync-update",${ATTACHED}]`, update);
  }

  sendPresence(states: Uint8Array): void {
    this.#send(`${PACKET.event}1-${this.#namespace},["awareness-update",${ATTACHED}]`, states);
  }

  keepAlive(): void {}

  ended(): void {}

  #attached(bytes: Buffer, start: number, end: number): void {
    const attachment = this.#attachment;
    switch (attachment.kind) {
      case 'update':
        return this.#hearer.update(bytes, start, end);
      case 'presence':
        return this.#hearer.presence(bytes, start);
      case 'state':
        return this.#hearer.state(bytes, start, end);
      case 'question':
        return this.#answer(attachment.number);
      case 'unknown':
    }
  }

  /**
   * The server asks for what we have, and only now do we ask in turn: with persistence it begins to listen after it has loaded the document, and
   * drops in silence what has come before.
   */
  #answer(number: string): void {
    this.#send(`${PACKET.answer}1-${this.#namespace},${number}[${ATTACHED}]`, NOTHING_TO_OFFER);
    this.#send(`${PACKET.event}1-${this.#namespace},0["sync-step-1",${ATTACHED}]`, NOTHING_KNOWN);
  }

  #send(packet: string, attached: Uint8Array): void {
    const frames = [clientFrame(OPCODE.text, Buffer.from(packet)), clientFrame(OPCODE.binary, attached)];
    this.#line.send(Buffer.concat(frames), frames.length);
  }
}

/** `451-<namespace>,<number?>["<event>",…]` */
function announcedBy(packet: string): Attachment {
  const start = packet.indexOf('[');
  if (packet.startsWith('["sync-update"', start)) return { kind: 'update' };
  if (packet.startsWith('["awareness-update"', start)) return { kind: 'presence' };
  if (!packet.startsWith('["sync-step-1"', start)) return { kind: 'unknown' };
  return { kind: 'question', number: packet.slice(packet.indexOf(',') + 1, start) };
}
