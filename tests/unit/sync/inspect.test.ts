import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { objectsOf } from '#shared/content/page-document.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { ClientOwners } from '#server/sync/client-owners.ts';
import { inspectUpdate } from '#server/sync/inspect.ts';
import type { Inspection } from '#server/sync/inspection.ts';
import { SYNC_LIMITS, type SyncLimits } from '#server/sync/sync-limits.ts';
import { craftUpdate, TYPE, type CraftedStruct } from '../../support/sync-craft.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';

const ALICE = 100;
const BOB = 200;
const FRESH = 300;

/** A page with a note of alice's and one of bob's. */
function world(limits: Partial<SyncLimits> = {}) {
  const doc = new Y.Doc();
  objectsOf(doc);
  for (const [id, seat] of [
    [ALICE, 'alice'],
    [BOB, 'bob'],
  ] as const) {
    const replica = new Y.Doc();
    replica.clientID = id;
    addNote(replica, `${seat}-1`, seat, 'fiber');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(replica));
  }
  const owners = new ClientOwners(
    new Map([
      [ALICE, 'alice'],
      [BOB, 'bob'],
    ]),
  );
  const inspect = (update: Uint8Array, seat = 'alice'): Inspection =>
    inspectUpdate(doc, update, seat, owners, { ...SYNC_LIMITS, ...limits });
  const replica = (clientId: number): Y.Doc => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    copy.clientID = clientId;
    return copy;
  };
  return { doc, owners, inspect, replica };
}

const since = (doc: Y.Doc, act: (doc: Y.Doc) => void): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => act(doc));
  return Y.encodeStateAsUpdate(doc, before);
};

const one = (struct: CraftedStruct): Uint8Array =>
  craftUpdate([{ client: FRESH, clock: 0, structs: [struct] }]);

const MILLIONS = 4_000_000;
/** The beginning of an update: one struct, a list of values under the key `x`. */
const ANY_IN_X = [1, 1, FRESH, 0, 8 | 0x20, 1, 7, ...new TextEncoder().encode('objects'), 1, 120];

/** Bytes put together by hand, numbers as variable-length integers: writing so many with Yjs would take longer than the test. */
const millionsOf = (
  before: readonly number[],
  each: readonly number[],
  after: readonly number[],
): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of before) encoding.writeVarUint(encoder, number);
    const one = Uint8Array.from(each);
    const many = new Uint8Array(MILLIONS * one.length);
    for (let at = 0; at < many.length; at += one.length) many.set(one, at);
    encoding.writeUint8Array(encoder, many);
    for (const number of after) encoding.writeVarUint(encoder, number);
  });

const valuesInText = craftUpdate([
  {
    client: FRESH,
    clock: 0,
    structs: [
      { content: { type: TYPE.text }, key: 'x' },
      { content: { any: ['unseen'] }, parent: [FRESH, 0] },
    ],
  },
]);

const MALFORMED = { kind: 'offence', code: CLOSE.malformed };

describe('an update of a client', () => {
  test('fits when it builds on what is here, and tells which client ids write for the first time', () => {
    const { inspect, replica } = world();
    const known = since(replica(ALICE), (doc) => textOf(doc, 'bob-1').insert(1, 'x'));
    expect(inspect(known)).toEqual({ kind: 'fit', newClients: [], steps: expect.any(Number) });
    const fresh = since(replica(FRESH), (doc) => addNote(doc, 'alice-2', 'alice'));
    expect(inspect(fresh)).toEqual({ kind: 'fit', newClients: [FRESH], steps: 0 });
  });

  test('fits when everything in it is here already, whoever wrote it', () => {
    const { doc, inspect } = world();
    expect(inspect(Y.encodeStateAsUpdate(doc), 'carol')).toEqual({
      kind: 'fit',
      newClients: [],
      steps: expect.any(Number),
    });
  });

  test('fits when several client ids of one seat build on each other', () => {
    const { inspect, replica } = world();
    const first = replica(FRESH);
    const second = replica(FRESH + 1);
    for (let round = 0; round < 5; round += 1) {
      textOf(first, 'alice-1').insert(0, 'a');
      Y.applyUpdate(second, Y.encodeStateAsUpdate(first));
      textOf(second, 'alice-1').insert(1, 'b');
      Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
    }
    expect(inspect(Y.encodeStateAsUpdate(first))).toEqual({
      kind: 'fit',
      newClients: [FRESH + 1, FRESH],
      steps: expect.any(Number),
    });
  });

  test('is a gap when it builds on something that is not here', () => {
    const { inspect, replica } = world();
    const alice = replica(ALICE);
    textOf(alice, 'alice-1').insert(0, 'never sent');
    expect(inspect(since(alice, (doc) => textOf(doc, 'alice-1').insert(0, 'x')))).toEqual({ kind: 'gap' });
    expect(inspect(one({ content: { text: 'x' }, origin: [BOB, 999] }))).toEqual({ kind: 'gap' });
    expect(inspect(craftUpdate([{ client: FRESH, clock: 0, structs: [{ content: { skip: 3 } }] }]))).toEqual({
      kind: 'gap',
    });
  });

  test('is a gap when it deletes what is not here', () => {
    const { inspect } = world();
    expect(inspect(craftUpdate([], { [BOB]: [[9_999, 1]] }))).toEqual({ kind: 'gap' });
    expect(inspect(craftUpdate([], { [FRESH]: [[0, 1]] }))).toEqual({ kind: 'gap' });
  });
});

describe('the effort of placing items', () => {
  const steps = (inspection: Inspection): number => (inspection.kind === 'fit' ? inspection.steps : Infinity);

  test('is next to nothing for what people do, however often', () => {
    const { doc, inspect, replica } = world();
    const alice = replica(ALICE);
    const work: readonly ((text: Y.Text, round: number) => void)[] = [
      (text) => text.insert(0, 'x'),
      (text) => text.insert(text.length, 'x'),
      (text, round) => text.insert((round * 7) % text.length, 'xy'),
      (text) => {
        text.delete(0, 1);
        text.insert(0, 'x');
      },
    ];
    for (const act of work) {
      const update = since(alice, (copy) => {
        for (let round = 0; round < 500; round += 1) {
          act(textOf(copy, 'bob-1'), round);
          objectsOf(copy).get('bob-1')?.set('box', [round, 0, 1, 1]);
        }
      });
      expect(steps(inspect(update))).toBeLessThan(20_000);
      Y.applyUpdate(doc, update);
    }
  });

  test('is what others have written at the same spot meanwhile', () => {
    const { doc, inspect, replica } = world();
    const [alice, bob] = [replica(ALICE), replica(BOB)];
    for (let round = 0; round < 1_000; round += 1) textOf(bob, 'bob-1').insert(round % 2 === 0 ? 5 : 6, 'x');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(bob));
    const late = since(alice, (copy) => textOf(copy, 'bob-1').insert(5, 'alice was offline'));
    expect(steps(inspect(late))).toBeGreaterThan(100);
    expect(steps(inspect(late))).toBeLessThan(2_000);
  });
});

describe('client ids', () => {
  test('of another seat are refused, at their next clock and at any other', () => {
    const { doc, inspect, replica } = world();
    expect(inspect(since(replica(BOB), (copy) => addNote(copy, 'x', 'bob')))).toMatchObject(MALFORMED);
    const next = Y.getState(doc.store, BOB);
    const stolen = craftUpdate([
      { client: BOB, clock: next, structs: [{ content: { any: [1] }, key: 'x' }] },
    ]);
    expect(inspect(stolen)).toMatchObject({ ...MALFORMED, why: 'foreign client id' });
  });

  test('that are seen in presence are their seat’s before it has written', () => {
    const { inspect, owners, replica } = world();
    owners.reserve(FRESH, 'bob', 10);
    const update = since(replica(FRESH), (doc) => addNote(doc, 'x', 'alice'));
    expect(inspect(update, 'alice')).toMatchObject({ ...MALFORMED, why: 'foreign client id' });
    expect(inspect(update, 'bob')).toEqual({ kind: 'fit', newClients: [FRESH], steps: 0 });
  });

  test('of the page’s first content are the server’s', () => {
    const { doc, inspect } = world();
    const template = new Y.Doc();
    template.clientID = 5;
    addNote(template, 't1', 'server');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(template));
    const update = since(template, (copy) => addNote(copy, 't2', 'alice'));
    expect(inspect(update)).toMatchObject({ ...MALFORMED, why: 'foreign client id' });
  });

  test('are not handed out without end', () => {
    const { inspect, replica } = world({ clientIdsPerSeatMax: 1 });
    expect(inspect(since(replica(FRESH), (doc) => addNote(doc, 'x', 'alice')))).toMatchObject({
      kind: 'offence',
      code: CLOSE.tooMany,
    });
  });
});

describe('an update no client of ours would write', () => {
  test.each([
    ['is no update', new Uint8Array([255, 255, 255])],
    ['is nothing', new Uint8Array()],
    ['names another root', one({ content: { any: [1] }, parent: 'elsewhere', key: 'x' })],
    ['holds a document', one({ content: { document: 'd' }, key: 'x' })],
    ['holds bytes', one({ content: { binary: new Uint8Array(9) }, key: 'x' })],
    ['holds an embed', one({ content: { embed: { a: 1 } }, key: 'x' })],
    ['holds a format', one({ content: { format: ['bold', true] }, key: 'x' })],
    ['holds a list', one({ content: { type: TYPE.array }, key: 'x' })],
    ['holds XML', one({ content: { type: TYPE.fragment }, key: 'x' })],
    ['has text under a key', one({ content: { text: 'x' }, key: 'x' })],
    ['has values between the characters of a text', valuesInText],
    ['has a length of 2^50', one({ content: { deleted: 2 ** 50 }, key: 'x' })],
    ['collects 2^50', one({ content: { gc: 2 ** 50 } })],
    ['has no length', one({ content: { deleted: 0 }, key: 'x' })],
    ['refers to itself', one({ content: { text: 'x' }, origin: [FRESH, 0] })],
    ['has a client twice', craftUpdate([section(FRESH, 0), section(FRESH + 1, 0), section(FRESH, 1)])],
    ['has a client twice in a row', craftUpdate([section(FRESH, 0), section(FRESH, 1)])],
    ['claims more sections than it has', craftUpdate([section(FRESH, 0)], {}, 2)],
    [
      'goes in a circle',
      craftUpdate([
        { client: FRESH, clock: 0, structs: [{ content: { text: 'a' }, origin: [FRESH + 1, 0] }] },
        { client: FRESH + 1, clock: 0, structs: [{ content: { text: 'b' }, origin: [FRESH, 0] }] },
      ]),
    ],
  ])('%s', (_what, update) => {
    const { doc, inspect } = world();
    const before = Y.encodeStateAsUpdate(doc);
    expect(inspect(update)).toMatchObject(MALFORMED);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('nests types beyond what a page is made of', () => {
    const nest = (depth: number): Uint8Array =>
      craftUpdate([
        {
          client: FRESH,
          clock: 0,
          structs: Array.from({ length: depth }, (_, at) =>
            at === 0
              ? { content: { type: TYPE.map }, key: 'x' }
              : { content: { type: TYPE.map }, parent: [FRESH, at - 1] as const, key: 'x' },
          ),
        },
      ]);
    const { inspect } = world();
    expect(inspect(nest(SYNC_LIMITS.depthMax + 1)).kind).toBe('fit');
    expect(inspect(nest(SYNC_LIMITS.depthMax + 2))).toMatchObject({ ...MALFORMED, why: 'depth' });
    expect(inspect(nest(50_000))).toMatchObject({ ...MALFORMED, why: 'depth' });
  });

  test('holds values nested deeper than the stack', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 3_000; depth += 1) value = [value];
    const bytes = one({ content: { any: [value] }, key: 'x' });
    // Written once here and repeated by hand: the encoder's own stack ends before the decoder's would.
    const deep = repeatInside(bytes, 117, 400_000);
    expect(world().inspect(deep)).toMatchObject(MALFORMED);
  });

  test.each<[string, Uint8Array]>([
    ['structs', millionsOf([1, MILLIONS, FRESH, 0], [0, 1], [0])],
    ['sections', millionsOf([MILLIONS], [1, 5, 0, 0, 1], [0])],
    ['deletions', millionsOf([0, 1, ALICE, MILLIONS], [0, 1], [])],
    ['values', millionsOf([...ANY_IN_X, MILLIONS], [126], [0])],
    ['values in one value', millionsOf([...ANY_IN_X, 1, 117, MILLIONS], [126], [0])],
    ['keys in one value', millionsOf([...ANY_IN_X, 1, 118, MILLIONS], [0, 126], [0])],
  ])('has millions of %s', (_what, update) => {
    expect(world().inspect(update)).toMatchObject({ kind: 'offence', code: CLOSE.tooLarge });
  });

  test('makes Yjs step over the same items again and again', () => {
    const { doc, inspect } = world({ integrationStepsMax: 10_000 });
    const crowded = craftUpdate([
      {
        client: FRESH,
        clock: 0,
        structs: Array.from({ length: 300 }, () => ({ content: { any: [1] }, key: 'x' })),
      },
    ]);
    expect(inspect(crowded)).toMatchObject({ kind: 'offence', code: CLOSE.tooLarge, why: 'effort' });

    // A text of many pieces, and items that each claim to lie between its start and its end.
    const own = Y.getState(doc.store, ALICE);
    const spread = craftUpdate([
      {
        client: ALICE,
        clock: own,
        structs: [
          { content: { type: TYPE.text }, key: 'x' },
          ...Array.from({ length: 300 }, () => ({ content: { text: 'a' }, parent: [ALICE, own] as const })),
        ],
      },
    ]);
    Y.applyUpdate(doc, spread);
    const far = craftUpdate([
      {
        client: FRESH,
        clock: 0,
        structs: Array.from({ length: 100 }, () => ({
          content: { text: 'b' },
          rightOrigin: [ALICE, own + 1] as const,
        })),
      },
    ]);
    expect(inspect(far)).toMatchObject({ kind: 'offence', code: CLOSE.tooLarge, why: 'effort' });
  });

  test('has more structs than anyone types', () => {
    const { inspect } = world({ structsMax: 10 });
    const many = craftUpdate([
      {
        client: FRESH,
        clock: 0,
        structs: Array.from({ length: 11 }, (_, at) => ({ content: { any: [1] }, key: `k${at}` })),
      },
    ]);
    expect(inspect(many)).toMatchObject({ kind: 'offence', code: CLOSE.tooLarge });
  });
});

const section = (client: number, clock: number) => ({
  client,
  clock,
  structs: [{ content: { any: [1] }, key: 'x' }],
});

/** Puts `count` array openings (lib0 type `tag`, length 1) in front of the first one in the bytes. */
function repeatInside(bytes: Uint8Array, tag: number, count: number): Uint8Array {
  const at = bytes.indexOf(tag);
  const openings = new Uint8Array(count * 2).map((_, index) => (index % 2 === 0 ? tag : 1));
  return Buffer.concat([bytes.slice(0, at), openings, bytes.slice(at)]);
}
