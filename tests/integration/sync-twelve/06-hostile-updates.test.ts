import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { encodeBarrier, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import { aliceAtWork, expectUnharmed, type AliceAtWork } from '../../support/sync-alice-at-work.ts';
import { craftUpdate, TYPE, type CraftedStruct } from '../../support/sync-craft.ts';
import { eventually } from '../../support/eventually.ts';
import { PAGE, WORKSHOP } from '../../support/sync-names.ts';
import { rawSocket } from '../../support/sync-raw-socket.ts';
import { runs } from '../../support/sync-runs.ts';
import { objectsIn } from '../../support/sync-stock-client.ts';

const MALLORY = 666;

const roomHash = ({ host }: AliceAtWork): Promise<string> =>
  host.sync.pages.read(WORKSHOP, PAGE, (doc) =>
    createHash('sha256').update(Y.encodeStateAsUpdate(doc)).digest('hex'),
  );

const many = (count: number, struct: (at: number) => CraftedStruct): Uint8Array =>
  craftUpdate([{ client: MALLORY, clock: 0, structs: Array.from({ length: count }, (_, at) => struct(at)) }]);

/** A list in a list in a list: written by hand, since no encoder's stack is deep enough. */
function deepValue(depth: number): Uint8Array {
  const mark = 'innermost';
  const bytes = Buffer.from(many(1, () => ({ content: { any: [mark] }, key: 'x' })));
  const at = bytes.indexOf(mark) - 2;
  const opened = Buffer.alloc(2 * depth, Uint8Array.of(117, 1));
  return Buffer.concat([bytes.subarray(0, at), opened, bytes.subarray(at)]);
}

const deletions = (client: number, count: number, length: number): Uint8Array =>
  craftUpdate([], { [client]: Array.from({ length: count }, () => [0, length] as const) });

test.each<[string, () => Uint8Array, number]>([
  [
    '20,000 roots',
    () => many(20_000, (at) => ({ content: { any: [1] }, parent: `r${at}`, key: 'x' })),
    CLOSE.malformed,
  ],
  [
    'a thousand documents within the document',
    () => many(1_000, (at) => ({ content: { document: `d${at}` }, key: `k${at}` })),
    CLOSE.malformed,
  ],
  ['a length of 2^50', () => many(1, () => ({ content: { deleted: 2 ** 50 }, key: 'x' })), CLOSE.malformed],
  [
    'objects nested 20,000 deep',
    () =>
      many(20_000, (at) => ({
        content: { type: TYPE.map },
        key: 'x',
        ...(at === 0 ? {} : { parent: [MALLORY, at - 1] as const }),
      })),
    CLOSE.malformed,
  ],
  ['a value nested 400,000 deep', () => deepValue(400_000), CLOSE.malformed],
  ['600,000 deletions', () => deletions(MALLORY, 600_000, 1), CLOSE.tooLarge],
])('%s in one update: the sender is closed, and the page is what it was', async (_what, update, code) => {
  const at = await aliceAtWork();
  const before = await roomHash(at);
  const mallory = await rawSocket(at.host.syncUrl, 'mallory');
  mallory.ws.send(encodeSyncStep2(update()));
  expect(await mallory.closed).toBe(code);
  expect(await roomHash(at)).toBe(before);
  await expectUnharmed(at);
});

test('the deletion of everything, 100,000 times over, is undone', async () => {
  const at = await aliceAtWork();
  const { clientID } = at.alice.doc;
  const written = Y.decodeStateVector(Y.encodeStateVector(at.alice.doc)).get(clientID) ?? 0;
  const mallory = await rawSocket(at.host.syncUrl, 'mallory');
  mallory.ws.send(encodeSyncStep2(deletions(clientID, 100_000, written)));
  await eventually(
    () => mallory.messages.some(([type]) => type === SYNC_MESSAGE.rejected),
    'mallory is told so',
  );
  await eventually(() => 'n1' in objectsIn(at.alice), 'alice has her note');
  await expectUnharmed(at);
});

test('deletions of what alice will write next are not kept for it', async () => {
  const at = await aliceAtWork();
  const before = await roomHash(at);
  const mallory = await rawSocket(at.host.syncUrl, 'mallory');
  for (let time = 0; time < 5; time += 1)
    mallory.ws.send(encodeSyncStep2(deletions(at.alice.doc.clientID, 1, 2 ** 50)));
  expect(await mallory.closed).toBe(CLOSE.malformed);
  expect(await roomHash(at)).toBe(before);
  await expectUnharmed(at);
});

const frames = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }).map(encodeSyncStep1),
  fc.uint8Array({ maxLength: 40 }).map(encodeSyncStep2),
  fc.uint8Array({ maxLength: 40 }).map(encodeUpdate),
  fc.maxSafeNat().map(encodeBarrier),
  fc
    .tuple(fc.constantFrom(encodeSyncStep2(deletions(MALLORY, 9, 1)), encodeBarrier(7)), fc.nat(30))
    .map(([frame, length]) => frame.slice(0, length)),
);

test('whatever bytes a socket says, the page is what it was and alice goes on', async () => {
  const at = await aliceAtWork();
  const before = await roomHash(at);
  await fc.assert(
    fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 6 }), async (said) => {
      const mallory = await rawSocket(at.host.syncUrl, 'mallory');
      for (const frame of said) mallory.ws.send(frame);
      mallory.ws.ping();
      await Promise.race([mallory.closed, once(mallory.ws, 'pong')]);
      mallory.ws.terminate();
      expect(await roomHash(at)).toBe(before);
    }),
    runs(60),
  );
  await expectUnharmed(at);
});
