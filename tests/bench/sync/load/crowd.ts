import { setTimeout as wait } from 'node:timers/promises';
import { PresenceScanner } from '../wire/scan-presence.ts';
import { UpdateScanner } from '../wire/scan-update.ts';
import type { Site } from '../site.ts';
import type { Door } from './door.ts';
import { Note } from './note.ts';
import { Person, type Tools } from './person.ts';
import { Room } from './room.ts';
import type { Score } from './score.ts';
import { Track } from './track.ts';

/** People arrive in small groups; all at once is a scenario of its own. */
const ARRIVING_TOGETHER = 20;
const ARRIVAL_GAP_MS = 10;
const PATIENCE_MS = 60_000;

/** What of a room's people do what, as shares. */
export interface Habits {
  /** Have a note of their own, move it and type in it. */
  readonly write: number;
  /** Show where their pointer is. */
  readonly point: number;
}

/** The standard load: everybody writes, every fifth person moves the pointer about. */
export const STANDARD_HABITS: Habits = { write: 1, point: 0.2 };

/** People in rooms, with no document behind any of them. */
export class Crowd {
  readonly people: readonly Person[];
  readonly rooms: readonly Room[];
  readonly score: Score = { edits: null, pointers: null, saved: null, gaps: 0 };
  readonly #site: Site;

  constructor(site: Site, doors: readonly (readonly Door[])[], habits: Habits = STANDARD_HABITS) {
    this.#site = site;
    const tools: Tools = {
      network: site.network,
      protocol: site.contender.protocol,
      random: site.random,
      updates: new UpdateScanner(),
      presence: new PresenceScanner(),
    };
    const filled = doors.map((row) => fillRoom(tools, new Room(this.score, row.length), row, habits));
    this.rooms = filled.map(({ room }) => room);
    this.people = filled.flatMap(({ people }) => people);
  }

  get isWhole(): boolean {
    return this.people.every((person) => person.isOpen);
  }

  /** Everybody comes in and shows itself. */
  async enter(): Promise<void> {
    const entering: Promise<Error | null>[] = [];
    for (const [index, person] of this.people.entries()) {
      entering.push(arrival(person));
      if (index % ARRIVING_TOGETHER === ARRIVING_TOGETHER - 1) await wait(ARRIVAL_GAP_MS);
    }
    const outcomes = await within(PATIENCE_MS, Promise.all(entering), 'everybody’s arrival');
    for (const failure of outcomes) if (failure !== null) throw failure;
  }

  /** Every writer puts its note on the page; done when everybody has everybody’s. */
  async createNotes(): Promise<void> {
    for (const [index, person] of this.people.entries()) {
      person.createNote();
      if (index % 10 === 9) await wait(5);
    }
    const until = performance.now() + PATIENCE_MS;
    while (!this.people.every((person) => person.reception.isComplete)) {
      if (performance.now() > until) throw new Error('some never saw all notes');
      await wait(20);
    }
  }

  leave(): void {
    for (const person of this.people) person.leave();
  }

  /** From now on a broken line is nothing to report. */
  letGo(): void {
    for (const person of this.people) person.letGo();
  }

  cut(): void {
    for (const person of this.people) person.cut();
  }

  /** Waits until what is still on its way has come: next to nothing arrives any more. */
  async settle(): Promise<void> {
    const { network } = this.#site;
    const until = performance.now() + 15_000;
    for (;;) {
      const before = network.framesIn;
      await wait(300);
      if (network.framesIn - before < 50 || performance.now() > until) return;
    }
  }
}

function fillRoom(
  tools: Tools,
  room: Room,
  doors: readonly Door[],
  habits: Habits,
): { readonly room: Room; readonly people: readonly Person[] } {
  const writers = Math.round(doors.length * habits.write);
  const firstPointer = doors.length - Math.round(doors.length * habits.point);
  const parts = doors.map((door, index) => {
    const clientId = Math.floor(tools.random() * 0xffff_ffff);
    const writer = index < writers ? writerOf(clientId, door, room, index) : null;
    const pointer = index >= firstPointer ? { clientId, track: new Track(room.pointers.length) } : null;
    if (writer !== null) room.addWriter(writer);
    if (pointer !== null) room.addPointer(pointer);
    return { door, sends: { clientId, writer, pointer } };
  });
  return { room, people: parts.map(({ door, sends }) => new Person(tools, room, door, sends)) };
}

const writerOf = (clientId: number, door: Door, room: Room, index: number) => ({
  clientId,
  note: new Note(`note-${index}-${clientId.toString(36)}`, door.author, clientId),
  track: new Track(room.writers.length),
});

/** Resolves to why the person could not come in, or to `null`. */
async function arrival(person: Person): Promise<Error | null> {
  try {
    await person.enter();
    person.appear();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  const late = new AbortController();
  const alarm = wait(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`waited in vain for ${what}`);
  });
  try {
    return await Promise.race([promise, alarm]);
  } finally {
    alarm.catch(() => undefined);
    late.abort();
  }
}
