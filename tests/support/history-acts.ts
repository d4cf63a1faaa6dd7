import fc from 'fast-check';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import type { HistoryRoom, Writer } from './history-room.ts';

type Deed = (writer: Writer, room: HistoryRoom) => void | Promise<void>;

/** Something one of the people does, or the network to them; printed as its words when a run has failed. */
export class Act {
  readonly who: number;
  readonly words: string;
  readonly carryOut: Deed;

  constructor(who: number, words: string, deed: Deed) {
    this.who = who;
    this.words = words;
    this.carryOut = deed;
  }

  [fc.toStringMethod](): string {
    return `${this.who} ${this.words}`;
  }
}

type MakeAct = (who: number) => Act;

const pick = fc.nat(30);
const at = fc.nat(12);
const length = fc.integer({ min: 1, max: 4 });

const deed =
  <T extends readonly unknown[]>(words: string, act: (writer: Writer, ...args: T) => void) =>
  (args: T): MakeAct =>
  (who) =>
    new Act(who, `${words} ${args.join(' ')}`, (writer) => act(writer, ...args));

const always = (words: string, act: Deed): fc.Arbitrary<MakeAct> =>
  fc.constant((who: number) => new Act(who, words, act));

const WRITING: readonly fc.Arbitrary<MakeAct>[] = [
  fc.tuple(length).map(deed('add', (writer, n) => writer.add(n))),
  fc.tuple(pick, at, length).map(deed('type', (writer, p, a, n) => writer.type(p, a, n))),
  fc.tuple(pick, at).map(deed('move', (writer, p, value) => writer.move(p, value))),
  fc.tuple(pick).map(deed('order', (writer, p) => writer.order(p))),
  fc.tuple(pick, fc.boolean()).map(deed('mean', (writer, p, other) => writer.mean(p, other))),
];

const ERASING: readonly fc.Arbitrary<MakeAct>[] = [
  fc.tuple(pick, at, length).map(deed('erase', (writer, p, a, n) => writer.erase(p, a, n))),
  fc.tuple(pick).map(deed('bin', (writer, p) => writer.bin(p))),
  fc.tuple(pick).map(deed('take out', (writer, p) => writer.takeOut(p))),
  always('undo', ({ undo }) => void undo.undo()),
  always('undo', ({ undo }) => void undo.undo()),
  always('redo', ({ undo }) => void undo.redo()),
];

const OWN_ERASING = fc
  .tuple(pick, at, length)
  .map(deed('erase own', (writer, p, a, n) => writer.eraseOwn(p, a, n)));

/** A spell without contact ends in one update with all that was done in it; otherwise each edit is a row of its own. */
const NETWORK: readonly fc.Arbitrary<MakeAct>[] = [
  fc.tuple(fc.nat(4)).map(deed('send', ({ replica }, count) => replica.send(count))),
  fc.tuple(fc.nat(4)).map(deed('read', ({ replica }, count) => replica.read(count))),
  // Else they would hardly ever work on each other's.
  always('settle', (_, room) => room.settle()),
  always('settle', (_, room) => room.settle()),
  always('new id', (writer) => writer.takeNewId()),
  always('disconnect', ({ replica }) => replica.disconnect()),
  always('connect', ({ replica }, { room }) => replica.connect(room)),
];

const acts = (what: readonly fc.Arbitrary<MakeAct>[], people: number): fc.Arbitrary<readonly Act[]> =>
  fc.array(
    fc.tuple(fc.nat(people - 1), fc.oneof(...what)).map(([who, make]) => make(who)),
    { maxLength: 30 },
  );

/** Of all that was not sent yet nothing is left, so it is sent first. */
const OFFENCE = fc.tuple(pick, at).map(
  ([p, a]): MakeAct =>
    (who) =>
      new Act(who, `offend ${p} ${a}`, (writer, room) => {
        if (!writer.replica.isConnected) return;
        writer.replica.read();
        writer.replica.send();
        writer.replica.read();
        writer.offend(p, a, room);
      }),
);

/** The server's letter is nobody else's. */
const SERVER_WRITING = fc.tuple(pick, at).map(
  ([p, a]): MakeAct =>
    (who) =>
      new Act(who, `server types ${p} ${a}`, (_, { room }) => {
        const texts = [...objectsOf(room.doc).values()].map((object) => object.get('text'));
        const text = texts[p % texts.length];
        if (text instanceof Y.Text) void room.transact(() => text.insert(a % (text.length + 1), 's'));
      }),
);

export const anything = (people: number) =>
  acts([...WRITING, ...ERASING, ...NETWORK, SERVER_WRITING], people);

/** By people alone, who now and then do what they may not. */
export const offending = (people: number) => acts([...WRITING, ...ERASING, ...NETWORK, OFFENCE], people);

/** Without bringing back what others wrote, which then is one's own: undoing a deletion writes it anew. */
export const ownWriting = (people: number) =>
  acts([...WRITING, OWN_ERASING, ...NETWORK, SERVER_WRITING], people);

/** Carries them out, in the order given, by the people given. */
export async function carryOut(
  room: HistoryRoom,
  people: readonly Writer[],
  list: readonly Act[],
): Promise<void> {
  for (const act of list) {
    const writer = people[act.who % people.length];
    if (writer === undefined) continue;
    // Commits come in when they come in.
    await act.carryOut(writer, room);
    room.pass(1);
  }
  await room.settle();
}
