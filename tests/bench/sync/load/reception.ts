import type { PresenceVisitor } from '../wire/scan-presence.ts';
import type { RangeVisitor } from '../wire/scan-update.ts';
import type { Room } from './room.ts';

/** What one client of a room has of everybody's tracks. */
export class Reception implements RangeVisitor, PresenceVisitor {
  readonly #room: Room;
  readonly #client: number;
  readonly #edits: Int32Array;
  readonly #pointers: Int32Array;

  constructor(room: Room, client: number) {
    this.#room = room;
    this.#client = client;
    this.#edits = new Int32Array(room.writers.length).fill(-1);
    this.#pointers = new Int32Array(room.pointers.length).fill(-1);
  }

  /** Whether it has seen everybody's note. */
  get isComplete(): boolean {
    return this.#edits.every(
      (seen, index) => seen >= 0 || this.#room.writers[index]?.clientId === this.#client,
    );
  }

  /** How many edits of the room's `writer`-th writer it has. */
  editsOf(writer: number): number {
    return this.#edits[writer] ?? -1;
  }

  range(client: number, from: number, to: number): void {
    const writer = this.#room.writerOf(client);
    if (writer === undefined || client === this.#client) return;
    const { track, note } = writer;
    const had = this.#edits[track.index] ?? -1;
    const has = to - note.base;
    if (has <= had) return;
    if (had >= 0 && from > note.base + had) this.#room.score.gaps += 1;
    this.#edits[track.index] = has;
    this.#room.score.edits?.deliver(track, had, has);
  }

  state(client: number, serial: number): void {
    const pointer = this.#room.pointerOf(client);
    if (pointer === undefined || client === this.#client) return;
    const { track } = pointer;
    const had = this.#pointers[track.index] ?? -1;
    if (serial <= had) return;
    this.#pointers[track.index] = serial;
    this.#room.score.pointers?.deliver(track, had, serial);
  }
}
