import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { objectsOf } from '#shared/content/page-document.ts';
import { LivePage } from '#server/sync/live-page.ts';
import { runs } from '../../support/sync-runs.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';

/** Anything a replica could do to a page, sense or nonsense. */
type Vandalism = (objects: Y.Map<Y.Map<unknown>>) => void;

const IDS = ['n1', 'n2', 'n3', 'new'];
const KEYS = ['kind', 'box', 'author', 'text', 'meaning', 'deletedAt', 'nonsense'];

const id = fc.constantFrom(...IDS);
const key = fc.constantFrom(...KEYS);
const value = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 5 }),
  fc.double(),
  fc.constant([1, 2, 3, 4]),
  fc.constant({}),
);

const vandalism: fc.Arbitrary<Vandalism> = fc.oneof(
  fc.tuple(id, key, value).map(
    ([i, k, v]): Vandalism =>
      (objects) =>
        objects.get(i)?.set(k, v),
  ),
  fc.tuple(id, key).map(
    ([i, k]): Vandalism =>
      (objects) =>
        objects.get(i)?.delete(k),
  ),
  fc.tuple(id, key).map(
    ([i, k]): Vandalism =>
      (objects) =>
        objects.get(i)?.set(k, new Y.Text('x')),
  ),
  fc.tuple(id, key).map(
    ([i, k]): Vandalism =>
      (objects) =>
        objects.get(i)?.set(k, new Y.Map([['deep', new Y.Map([['er', 1]])]])),
  ),
  id.map(
    (i): Vandalism =>
      (objects) =>
        objects.delete(i),
  ),
  id.map(
    (i): Vandalism =>
      (objects) =>
        objects.set(i, new Y.Map(Object.entries({ kind: 'note' }))),
  ),
  fc.tuple(id, fc.nat(10), fc.nat(5)).map(([i, at, length]): Vandalism => (objects) => {
    const text = objects.get(i)?.get('text');
    if (text instanceof Y.Text && at + length <= text.length) text.delete(at, length);
  }),
  fc.tuple(id, fc.nat(10), fc.string({ maxLength: 4 })).map(([i, at, words]): Vandalism => (objects) => {
    const text = objects.get(i)?.get('text');
    if (text instanceof Y.Text && at <= text.length) text.insert(at, words);
  }),
);

/** A page with three notes that has been worked on, and replicas of it. */
function world() {
  const page = new LivePage(
    (doc) =>
      doc.transact(() => {
        for (const each of ['n1', 'n2', 'n3']) addNote(doc, each, 'alice', 'fiber till byn');
      }),
    () => 1,
  );
  const replica = (clientId: number): Y.Doc => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    objectsOf(doc);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(page.doc));
    return doc;
  };
  return { page, offender: replica(100), other: replica(200) };
}

function offer(page: LivePage, from: Y.Doc, to: readonly Y.Doc[], refuse: boolean): void {
  const update = Y.encodeStateAsUpdate(from, Y.encodeStateVector(page.doc));
  const { change } = page.change(
    (doc) => Y.applyUpdate(doc, update),
    () => (refuse ? 'refused' : null),
  );
  if (change !== null) for (const doc of to) Y.applyUpdate(doc, change.update);
}

test('an edit that is refused has never happened, to anybody, and its author can go on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(vandalism, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      (spells) => {
        const { page, offender, other } = world();
        for (const spell of spells) {
          const before = canonical(page.doc);
          offender.transact(() => {
            for (const act of spell) act(objectsOf(offender));
          });
          offer(page, offender, [offender, other], true);
          expect(canonical(page.doc)).toEqual(before);
          expect(canonical(other)).toEqual(before);
          expect(canonical(offender)).toEqual(before);
        }
        textOf(offender, 'n1').insert(0, 'mer ');
        offer(page, offender, [other], false);
        expect(canonical(page.doc)).toEqual(canonical(offender));
        expect(canonical(other)).toEqual(canonical(offender));
        expect(page.doc.store.pendingStructs).toBeNull();
        expect(keptItems(page.doc)).toBe(0);
      },
    ),
    runs(100),
  );
});

test('an edit that is refused while others are working leaves their work alone', () => {
  fc.assert(
    fc.property(
      fc.array(vandalism, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom('n1', 'n2', 'n3'), fc.nat(10), fc.string({ maxLength: 4 })), {
        maxLength: 5,
      }),
      (spell, typing) => {
        const { page, offender, other } = world();
        const quiet = world();
        offender.transact(() => {
          for (const act of spell) act(objectsOf(offender));
        });
        for (const [note, at, words] of typing) {
          textOf(other, note).insert(at, words);
          textOf(quiet.other, note).insert(at, words);
        }
        offer(page, other, [], false);
        offer(page, offender, [offender, other], true);
        Y.applyUpdate(offender, Y.encodeStateAsUpdate(page.doc, Y.encodeStateVector(offender)));
        expect(canonical(page.doc)).toEqual(canonical(quiet.other));
        expect(canonical(offender)).toEqual(canonical(page.doc));
        expect(canonical(other)).toEqual(canonical(page.doc));
      },
    ),
    runs(100),
  );
});

test('refusing deletions that overlap, and then the loss of the whole note, keeps its letters in order (seed -466665417)', () => {
  const { page, offender } = world();
  const refused = (act: (note: Y.Map<unknown>) => void): void => {
    offender.transact(() => act(objectsOf(offender).get('n1') ?? new Y.Map()));
    offer(page, offender, [offender], true);
  };
  refused((note) => {
    textOf(offender, 'n1').delete(0, 2);
    note.set('kind', new Y.Text('x'));
  });
  refused((note) => {
    textOf(offender, 'n1').delete(1, 2);
    note.set('kind', '');
  });
  refused(() => objectsOf(offender).set('n1', new Y.Map()));
  expect(textOf(page.doc, 'n1').toJSON()).toBe('fiber till byn');
});

test('refusing what stands right behind something refused before keeps neither (seed -642108578)', () => {
  const { page, offender } = world();
  const vandalise = (...values: readonly unknown[]): void => {
    offender.transact(() => {
      for (const value of values) objectsOf(offender).get('n3')?.set('nonsense', value);
    });
    offer(page, offender, [offender], true);
  };
  vandalise('x');
  vandalise(new Y.Text('x'), new Y.Text('x'));
  offender.transact(() => objectsOf(offender).delete('n1'));
  offer(page, offender, [offender], true);
  expect(keptItems(page.doc)).toBe(0);
});

test('what a refused edit had deleted and written is collected, not kept for ever', () => {
  const { page, offender } = world();
  for (let round = 0; round < 20; round += 1) {
    textOf(offender, 'n2').insert(0, 'x'.repeat(5_000));
    offer(page, offender, [offender], true);
  }
  expect(Y.encodeStateAsUpdate(page.doc).byteLength).toBeLessThan(2_000);
});

function keptItems(doc: Y.Doc): number {
  let kept = 0;
  for (const structs of doc.store.clients.values())
    for (const struct of structs) if (struct instanceof Y.Item && struct.keep) kept += 1;
  return kept;
}
