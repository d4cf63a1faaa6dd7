import type { Hearer, Protocol } from '../protocols/protocol.ts';
import type { Network } from '../wire/network.ts';
import { encodePresence } from '../wire/encode-presence.ts';
import type { PresenceScanner } from '../wire/scan-presence.ts';
import { presenceJson } from '../wire/scan-presence.ts';
import type { UpdateScanner } from '../wire/scan-update.ts';
import type { Door } from './door.ts';
import { Reception } from './reception.ts';
import type { Pointer, Room, Writer } from './room.ts';
import { Session } from './session.ts';

export interface Tools {
  readonly network: Network;
  readonly protocol: Protocol;
  readonly random: () => number;
  readonly updates: UpdateScanner;
  readonly presence: PresenceScanner;
}

/** One client of a crowd: what it sends, and what it has got. */
export class Person implements Hearer {
  readonly door: Door;
  readonly clientId: number;
  readonly writer: Writer | null;
  readonly pointer: Pointer | null;
  readonly reception: Reception;
  readonly #tools: Tools;
  readonly #room: Room;
  #session: Session | null = null;
  #arrived: (() => void) | null = null;
  #presenceClock = 0;
  #savedEdits = 0;

  /** Made when everybody in the room is known. */
  constructor(
    tools: Tools,
    room: Room,
    door: Door,
    sends: { readonly clientId: number; readonly writer: Writer | null; readonly pointer: Pointer | null },
  ) {
    this.#tools = tools;
    this.#room = room;
    this.door = door;
    this.clientId = sends.clientId;
    this.writer = sends.writer;
    this.pointer = sends.pointer;
    this.reception = new Reception(room, sends.clientId);
  }

  get isOpen(): boolean {
    return this.#session?.isOpen === true;
  }

  /** How many of its edits the server has said are saved. */
  get savedEdits(): number {
    return this.#savedEdits;
  }

  /** Resolves when the page is there. */
  enter(): Promise<void> {
    const { network, protocol } = this.#tools;
    return new Promise((resolve, reject) => {
      this.#arrived = resolve;
      this.#session = new Session(network, protocol, this.door, this, (why) => reject(new Error(why)));
    });
  }

  leave(): void {
    this.#session?.close();
  }

  letGo(): void {
    this.#session?.letGo();
  }

  cut(): void {
    this.#session?.cut();
  }

  createNote(): void {
    if (this.writer !== null) this.#session?.sendUpdate(this.writer.note.creation);
  }

  edit(): void {
    if (this.writer === null) return;
    const update = this.writer.note.edit(this.#tools.random);
    this.writer.track.add(performance.now());
    this.#session?.sendUpdate(update);
  }

  /** Shows itself to the others: with a serial that counts when it is a pointer's. */
  show(): void {
    this.pointer?.track.add(performance.now());
    this.#sendPresence(this.pointer?.track.sent ?? 0);
  }

  /** The first state, which is not measured. */
  appear(): void {
    this.#sendPresence(0);
  }

  state(bytes: Buffer, start: number, end: number): void {
    this.update(bytes, start, end);
    this.#arrived?.();
    this.#arrived = null;
  }

  update(bytes: Buffer, start: number, end: number): void {
    this.#tools.updates.scan(bytes, start, end, this.reception);
  }

  presence(bytes: Buffer, start: number): void {
    this.#tools.presence.scan(bytes, start, this.reception);
  }

  saved(updates: number): void {
    // The first update was the note itself.
    const edits = updates - 1;
    const track = this.writer?.track;
    for (let index = this.#savedEdits; index < edits; index += 1)
      if (track?.isMeasured(index) === true)
        this.#room.score.saved?.add(performance.now() - track.sentAt(index));
    this.#savedEdits = Math.max(this.#savedEdits, edits);
  }

  #sendPresence(serial: number): void {
    const { random } = this.#tools;
    this.#presenceClock += 1;
    const x = Math.floor(random() * 4000);
    const y = Math.floor(random() * 3000);
    const json = presenceJson(serial, this.door.author, x, y);
    this.#session?.sendPresence(encodePresence(this.clientId, this.#presenceClock, json));
  }
}
