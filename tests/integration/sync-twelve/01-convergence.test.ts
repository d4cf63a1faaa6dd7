import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { binObject, objectsOf, restoreObject, setBox, setField } from '#shared/content/page-document.ts';
import type { Room } from '#server/sync/room.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical, Replica } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { openRoom } from '../../support/sync-room.ts';
import { addNote } from '../../support/sync-stock-client.ts';

/** One person, with the undo of the product. */
class Person {
  readonly replica: Replica;
  readonly undo: Y.UndoManager;
  #made = 0;

  constructor(seat: string, clientId: number) {
    this.replica = new Replica(seat, clientId);
    this.undo = new Y.UndoManager(objectsOf(this.replica.doc), { captureTimeout: 0 });
  }

  add(words: string): void {
    this.#made += 1;
    const { seat, doc } = this.replica;
    addNote(doc, `${seat}-${this.#made}`, seat, words);
  }

  on(pick: number, act: (object: Y.Map<unknown>) => void): void {
    const objects = [...objectsOf(this.replica.doc).values()];
    const object = objects[pick % objects.length];
    if (object !== undefined) this.replica.doc.transact(() => act(object));
  }
}

type Step = (people: readonly Person[], room: Room) => void;

const who = fc.nat(3);
const words = fc.string({ maxLength: 4 });
const pick = fc.nat(30);

const by = (act: (person: Person, room: Room) => void, index: number): Step => {
  return (people, room) => {
    const person = people[index % people.length];
    if (person !== undefined) act(person, room);
  };
};

const text = (object: Y.Map<unknown>, act: (text: Y.Text) => void): void => {
  const found = object.get('text');
  if (found instanceof Y.Text) act(found);
};

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(who, words).map(([w, s]) => by((person) => person.add(s), w)),
  fc
    .tuple(who, pick, fc.nat(20), words)
    .map(([w, p, at, s]) =>
      by((person) => person.on(p, (object) => text(object, (t) => t.insert(at % (t.length + 1), s))), w),
    ),
  fc
    .tuple(who, pick, fc.nat(20))
    .map(([w, p, at]) =>
      by(
        (person) =>
          person.on(p, (object) =>
            text(object, (t) => t.delete(at % (t.length + 1), Math.min(2, t.length - (at % (t.length + 1))))),
          ),
        w,
      ),
    ),
  fc
    .tuple(who, pick, fc.nat(99))
    .map(([w, p, x]) => by((person) => person.on(p, (object) => setBox(object, [x, x, 10, 10])), w)),
  fc
    .tuple(who, pick, fc.constantFrom('idea', 'need', ''))
    .map(([w, p, meaning]) =>
      by((person) => person.on(p, (object) => setField(object, 'meaning', meaning)), w),
    ),
  fc.tuple(who, pick).map(([w, p]) => by((person) => person.on(p, (object) => binObject(object, 5)), w)),
  fc.tuple(who, pick).map(([w, p]) => by((person) => person.on(p, restoreObject), w)),
  who.map((w) => by((person) => void person.undo.undo(), w)),
  who.map((w) => by((person) => void person.undo.redo(), w)),
  // The network: a few messages one way or the other, a lost line, a new one.
  fc.tuple(who, fc.nat(4)).map(([w, count]) => by((person) => person.replica.send(count), w)),
  fc.tuple(who, fc.nat(4)).map(([w, count]) => by((person) => person.replica.read(count), w)),
  who.map((w) => by((person) => person.replica.disconnect(), w)),
  who.map((w) => by((person, room) => person.replica.connect(room), w)),
);

test('whatever honest people do and however the network treats them, nobody is refused and all end up with the same page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 80 }),
      fc.boolean(),
      async (steps, shared) => {
        const { room, log, context } = await openRoom();
        // The last two are one person with two devices, or two people.
        const seats = ['alice', 'bob', 'carol', shared ? 'carol' : 'dave'];
        const people = seats.map((seat, index) => new Person(seat, 100 + index));
        for (const { replica } of people) replica.connect(room);
        for (const act of steps) {
          act(people, room);
          // Commits come in when they come in.
          await Promise.resolve();
        }
        for (const { replica } of people) if (!replica.isConnected) replica.connect(room);
        for (let round = 0; round < 6; round += 1) {
          for (const { replica } of people) {
            replica.send();
            await room.settle();
            context.timers.pass(100);
            replica.read();
          }
        }
        for (const { replica } of people) {
          expect(replica.socket?.closedWith).toBeNull();
          expect(replica.rejections).toEqual([]);
          expect(canonical(replica.doc)).toEqual(canonical(room.doc));
        }
        expect(canonical(log.replay(DOCUMENT))).toEqual(canonical(room.doc));
        expect(room.doc.store.pendingStructs).toBeNull();
        expect(room.doc.store.pendingDs).toBeNull();
        room.end();
      },
    ),
    runs(150),
  );
});
