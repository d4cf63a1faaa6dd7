import * as Y from 'yjs';
import type { Box } from '#shared/content/board-object.ts';
import { binObject, objectsOf, setBox } from '#shared/content/page-document.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import { silentLogger } from '#server/logger.ts';
import { PageHistory } from '#server/history/page-history.ts';
import { PageRewinds } from '#server/history/page-rewinds.ts';
import type { LogHistory } from '#server/storage/log-history.ts';
import type { LogRow } from '#server/storage/update-log.ts';
import type { Room } from '#server/sync/room.ts';
import type { TestContext } from './sync-context.ts';
import type { MemoryLog } from './sync-memory-log.ts';
import { DOCUMENT, PAGE, WORKSHOP } from './sync-names.ts';
import { Replica } from './sync-replica.ts';
import { openRoom } from './sync-room.ts';
import { addNote } from './sync-stock-client.ts';

/** The history of a log in memory: every row, no keyframes. */
export function memoryHistory(log: MemoryLog): LogHistory {
  const rows = (document: string): readonly LogRow[] => log.documents.get(document)?.rows ?? [];
  return {
    span(document) {
      const [first, last] = [rows(document)[0], rows(document).at(-1)];
      if (first === undefined || last === undefined) return Promise.resolve(null);
      return Promise.resolve({ seq: last.seq, firstAt: first.at, lastAt: last.at });
    },
    seqAt: (document, at) => Promise.resolve(rows(document).findLast((row) => row.at <= at)?.seq ?? 0),
    keyframe: () => Promise.resolve(null),
    async *rowsBetween(document, after, to) {
      yield await Promise.resolve(rows(document).slice(after, Math.min(to, rows(document).length)));
    },
    pack: () => Promise.resolve(0),
  };
}

/** A room, its history, and the people at it: what they do travels when the test says so. */
export class HistoryRoom {
  readonly room: Room;
  readonly context: TestContext;
  readonly history: PageHistory;
  readonly rewinds: PageRewinds;
  readonly people: readonly Writer[];

  constructor(
    room: Room,
    context: TestContext,
    log: LogHistory,
    people: readonly Writer[] = peopleOf(['alice', 'bob', 'carol']),
  ) {
    this.room = room;
    this.context = context;
    this.history = new PageHistory({
      log,
      owners: context.log,
      encoder: context.encoder,
      logger: silentLogger,
    });
    const transact = (_workshop: unknown, _page: unknown, change: (doc: Y.Doc) => void): Promise<void> =>
      this.room.transact(change);
    this.rewinds = new PageRewinds({ history: this.history, pages: { transact } });
    this.people = people;
    for (const { replica } of this.people) replica.connect(room);
  }

  static async open(seats?: readonly string[]): Promise<HistoryRoom> {
    const { room, log, context } = await openRoom();
    return new HistoryRoom(room, context, memoryHistory(log), seats === undefined ? seats : peopleOf(seats));
  }

  /** The same people at the page's next room. */
  reopened(room: Room, context: TestContext, log: LogHistory): HistoryRoom {
    return new HistoryRoom(room, context, log, this.people);
  }

  get now(): number {
    return this.context.clock.now();
  }

  /** Lets a moment pass. */
  pass(ms = 10): void {
    this.context.timers.pass(ms);
  }

  /** Everybody has everything. */
  async settle(): Promise<void> {
    for (const { replica } of this.people) if (!replica.isConnected) replica.connect(this.room);
    for (let round = 0; round < 5; round += 1) {
      for (const { replica } of this.people) {
        replica.send();
        await this.room.settle();
        this.pass(100);
        replica.read();
      }
    }
  }

  async restore(to: number): Promise<void> {
    const rewind = await this.rewinds.restoring(WORKSHOP, PAGE, to);
    await rewind?.(this.now);
    this.pass();
  }

  async revert(seat: string, since: number): Promise<void> {
    const rewind = await this.rewinds.reverting(WORKSHOP, PAGE, seat as SeatId, since);
    await rewind?.(this.now);
    this.pass();
  }

  object(id: string): Y.Map<unknown> | undefined {
    return objectsOf(this.room.doc).get(id);
  }

  stateAt(at: number) {
    return this.history.stateAt(DOCUMENT, { at });
  }
}

export const peopleOf = (seats: readonly string[]): readonly Writer[] =>
  seats.map((seat, index) => new Writer(seat, 100 + index));

const MEANINGS: Readonly<Record<string, readonly [string, string]>> = {
  // What every note is born with, 'idea', is nobody's.
  alice: ['', 'need'],
  bob: ['question', 'risk'],
  carol: ['strength', 'strength'],
};

/** Somebody who writes with the undo of the product, one letter of their own, and values that nobody has written before. */
export class Writer {
  readonly replica: Replica;
  readonly seat: string;
  readonly letter: string;
  undo: Y.UndoManager;
  #made = 0;
  #values = 0;
  readonly #first: number;
  readonly #written = new Set<string>();

  constructor(seat: string, clientId: number) {
    this.seat = seat;
    this.#first = clientId;
    this.letter = seat.charAt(0);
    this.replica = new Replica(seat, clientId);
    this.undo = new Y.UndoManager(objectsOf(this.replica.doc), { captureTimeout: 0 });
  }

  get doc(): Y.Doc {
    return this.replica.doc;
  }

  add(length: number): void {
    this.#made += 1;
    addNote(this.doc, `${this.seat}-${this.#made}`, this.seat, this.letter.repeat(length));
  }

  type(pick: number, at: number, length: number): void {
    this.#onText(pick, (text) => text.insert(at % (text.length + 1), this.letter.repeat(length)));
  }

  erase(pick: number, at: number, length: number): void {
    this.#onText(pick, (text) => {
      const start = at % (text.length + 1);
      text.delete(start, Math.min(length, text.length - start));
    });
  }

  /** Of the letters that are their own, the first few in a row from the place on. */
  eraseOwn(pick: number, at: number, length: number): void {
    this.#onText(pick, (text) => {
      const start = text.toJSON().indexOf(this.letter, at % (text.length + 1));
      if (start < 0) return;
      const own = /^(.)\1*/.exec(text.toJSON().slice(start))?.[0].length ?? 0;
      text.delete(start, Math.min(length, own));
    });
  }

  move(pick: number, value: number): void {
    const box: Box = [value, this.#unique(), 10, 10];
    this.#written.add(JSON.stringify(box));
    this.#on(pick, (object) => setBox(object, box));
  }

  order(pick: number): void {
    const order = `a${this.#unique()}`;
    this.#written.add(JSON.stringify(order));
    this.#on(pick, (object) => void object.set('order', order));
  }

  /** One of two meanings that nobody else gives. */
  mean(pick: number, other: boolean): void {
    const [one, two] = MEANINGS[this.seat] ?? ['', ''];
    this.#written.add(JSON.stringify(other ? two : one));
    this.#on(pick, (object) => void object.set('meaning', other ? two : one));
  }

  /** Whether they have given anything this place, order or meaning. */
  hasWritten(value: unknown): boolean {
    return this.#written.has(JSON.stringify(value));
  }

  bin(pick: number): void {
    this.#on(pick, (object) => binObject(object, this.#unique()));
  }

  takeOut(pick: number): void {
    this.#on(pick, (object) => object.delete('deletedAt'));
  }

  /** What Yjs does when it meets its own id, and a reload always. */
  takeNewId(): void {
    this.doc.clientID += 1_000;
  }

  /** Types and erases while writing is locked: the room undoes it. */
  offend(pick: number, at: number, { room }: HistoryRoom): void {
    this.erase(pick, at, 3);
    this.type(pick, at, 2);
    const update = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(room.doc));
    room.offer(update, this.seat, false);
  }

  #unique(): number {
    this.#values += 1;
    return 1_000 * this.#first + this.#values;
  }

  #onText(pick: number, act: (text: Y.Text) => void): void {
    this.#on(pick, (object) => {
      const text = object.get('text');
      if (text instanceof Y.Text) act(text);
    });
  }

  #on(pick: number, act: (object: Y.Map<unknown>) => void): void {
    const objects = [...objectsOf(this.doc)].sort(([a], [b]) => (a < b ? -1 : 1));
    const [, object] = objects[pick % objects.length] ?? [];
    if (object !== undefined) this.doc.transact(() => act(object));
  }
}
