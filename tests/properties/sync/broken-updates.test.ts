import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { objectsOf } from '#shared/content/page-document.ts';
import { craftUpdate, TYPE, type CraftedStruct } from '../../support/sync-craft.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { openRoom } from '../../support/sync-room.ts';
import { runs } from '../../support/sync-runs.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';

const ALICE = 100;
const BOB = 200;

/** A room with a note of alice's and one of bob's, and alice's replica of it. */
async function world() {
  const { room, log } = await openRoom();
  const write = (clientId: number, seat: string): Y.Doc => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
    addNote(doc, `${seat}-1`, seat, 'fiber till byn');
    textOf(doc, `${seat}-1`).delete(2, 3);
    room.offer(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc)), seat, true);
    return doc;
  };
  write(BOB, 'bob');
  const alice = write(ALICE, 'alice');
  return { room, log, alice };
}

/** Whatever comes in, memory stays whole and equal to the log, and the room stays up. */
async function expectUnharmed({ room, log }: Awaited<ReturnType<typeof world>>): Promise<void> {
  await room.settle();
  expect(room.hasEnded).toBe(false);
  expect(room.doc.store.pendingStructs).toBeNull();
  expect(room.doc.store.pendingDs).toBeNull();
  expect(canonical(log.replay(DOCUMENT))).toEqual(canonical(room.doc));
  expect(objectsOf(room.doc).has('bob-1')).toBe(true);
  room.end();
}

function honestUpdate(alice: Y.Doc): Uint8Array {
  const before = Y.encodeStateVector(alice);
  alice.transact(() => {
    textOf(alice, 'alice-1').insert(3, 'xyz');
    textOf(alice, 'bob-1').delete(0, 2);
    objectsOf(alice).get('bob-1')?.set('box', [1, 2, 3, 4]);
    addNote(alice, 'alice-2', 'alice', 'mer');
  });
  return Y.encodeStateAsUpdate(alice, before);
}

test('an update with bytes changed on the way never harms the room', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (changes, mayWrite) => {
        const at = await world();
        const update = honestUpdate(at.alice);
        for (const [index, byte] of changes) update[index % update.length] = byte;
        at.room.offer(update, 'alice', mayWrite);
        await expectUnharmed(at);
      },
    ),
    runs(100),
  );
});

test('an update cut short anywhere is refused whole', async () => {
  const at = await world();
  const update = honestUpdate(at.alice);
  const before = canonical(at.room.doc);
  for (let length = 0; length < update.length; length += 1) {
    const offer = at.room.offer(update.slice(0, length), 'alice', true);
    expect(offer.kind, `${length} bytes`).toBe('offence');
    expect(canonical(at.room.doc)).toEqual(before);
  }
  await expectUnharmed(at);
});

const client = fc.constantFrom(ALICE, BOB, 300, 301);
const clock = fc.oneof(fc.nat(4), fc.nat(40));
const anId = fc.tuple(client, clock);
const content: fc.Arbitrary<CraftedStruct['content']> = fc.oneof(
  fc.nat(3).map((gc) => ({ gc })),
  fc.nat(3).map((skip) => ({ skip })),
  fc.nat(3).map((deleted) => ({ deleted })),
  fc.string({ maxLength: 3 }).map((text) => ({ text })),
  fc.array(fc.nat(9), { maxLength: 3 }).map((any) => ({ any })),
  fc.constantFrom(TYPE.map, TYPE.text, TYPE.map, TYPE.array).map((type) => ({ type })),
);
const struct = fc.record(
  {
    content,
    origin: anId,
    rightOrigin: anId,
    parent: fc.oneof(fc.constantFrom('objects', 'objects', 'other'), anId),
    key: fc.constantFrom('n1', 'box', 'text', 'kind'),
  },
  { requiredKeys: ['content'] },
);
const section = fc.record({
  client: fc.constantFrom(300, 301, ALICE),
  clock: fc.constantFrom(0, 0, 0, 1, 12),
  structs: fc.array(struct, { minLength: 1, maxLength: 6 }),
});
const deletions = fc.dictionary(
  fc.constantFrom('100', '200', '300', '301'),
  fc.array(fc.tuple(fc.nat(40), fc.nat(3)), { minLength: 1, maxLength: 3 }),
  { maxKeys: 2 },
);

test('an update put together by hand never harms the room', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(section, { minLength: 1, maxLength: 3 }),
      deletions,
      fc.boolean(),
      async (sections, deleted, mayWrite) => {
        const at = await world();
        at.room.offer(craftUpdate(sections, deleted), 'alice', mayWrite);
        await expectUnharmed(at);
      },
    ),
    runs(200),
  );
});
