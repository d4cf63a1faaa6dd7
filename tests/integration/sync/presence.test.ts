import { expect, test } from 'vitest';
import { SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { encodeStates } from '#server/sync/awareness-wire.ts';
import { encodeAwareness } from '#server/sync/wire.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { rawSocket } from '../../support/sync-raw-socket.ts';
import { isSynced, stockClient, type StockClient } from '../../support/sync-stock-client.ts';

const stateOf = (viewer: StockClient, shown: StockClient): unknown =>
  viewer.provider.awareness.getStates().get(shown.doc.clientID);

async function pair(host: SyncHost): Promise<[StockClient, StockClient]> {
  const alice = stockClient(host.syncUrl, 'alice');
  const bob = stockClient(host.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');
  return [alice, bob];
}

test('stock clients see each other, under the seat the server knows, and keep their own state', async () => {
  const host = await SyncHost.start();
  const [alice, bob] = await pair(host);
  const mine = { cursor: [1, 2], user: { seat: 'leader', name: 'I say so' } };
  alice.provider.awareness.setLocalState(mine);
  await eventually(() => stateOf(bob, alice) !== undefined, 'bob sees alice');
  await eventually(
    () => JSON.stringify(stateOf(bob, alice)) === JSON.stringify({ cursor: [1, 2], user: { seat: 'alice' } }),
    'bob sees her as the server knows her',
  );
  bob.provider.awareness.setLocalStateField('cursor', [5, 5]);
  await eventually(() => stateOf(alice, bob) !== undefined, 'alice sees bob');
  expect(alice.provider.awareness.getLocalState()).toEqual(mine);
});

test('a state is not echoed to the socket it came from', async () => {
  const host = await SyncHost.start();
  const alice = await rawSocket(host.syncUrl, 'alice');
  const bob = await rawSocket(host.syncUrl, 'bob');
  await eventually(() => alice.messages.length > 0 && bob.messages.length > 0, 'both are in');
  alice.ws.send(encodeAwareness(encodeStates([{ client: 7, clock: 1, json: '{"at":"alice was here"}' }])));
  await eventually(() => Buffer.concat(bob.messages).includes('alice was here'), 'bob hears of it');
  expect(Buffer.concat(alice.messages).includes('alice was here')).toBe(false);
});

test('somebody who leaves is gone at once, and is seen at once on coming back', async () => {
  const host = await SyncHost.start();
  const [alice, bob] = await pair(host);
  alice.provider.awareness.setLocalStateField('cursor', [1, 2]);
  bob.provider.awareness.setLocalStateField('cursor', [3, 4]);
  await eventually(
    () => stateOf(bob, alice) !== undefined && stateOf(alice, bob) !== undefined,
    'they see each other',
  );

  alice.provider.disconnect();
  await eventually(() => stateOf(bob, alice) === undefined, 'alice is gone');
  alice.provider.connect();
  // Neither's own clock has moved, so a server that only relayed would leave both unseen until they renew themselves.
  await eventually(
    () => stateOf(bob, alice) !== undefined && stateOf(alice, bob) !== undefined,
    'they see each other again',
  );
  expect(stateOf(alice, bob)).toMatchObject({ cursor: [3, 4] });
});

test('a line that is cut without a word takes its state with it', async () => {
  const host = await SyncHost.start();
  const [alice, bob] = await pair(host);
  alice.provider.awareness.setLocalStateField('cursor', [1, 2]);
  await eventually(() => stateOf(bob, alice) !== undefined, 'bob sees alice');
  alice.provider.shouldConnect = false;
  (alice.provider.ws as unknown as { terminate(): void }).terminate();
  await eventually(() => stateOf(bob, alice) === undefined, 'alice is gone');
});

test('a viewer in a quiet room hears a sign of life, and one that does not answer pings is let go', async () => {
  const host = await SyncHost.start({ limits: { heartbeatMs: 50 } });
  const viewer = await rawSocket(host.syncUrl, 'alice');
  const keepAlives = (): number =>
    viewer.messages.filter((message) => Buffer.compare(message, Uint8Array.of(1, 1, 0)) === 0).length;
  await eventually(() => keepAlives() > 3, 'it is kept alive');
  expect(viewer.messages.some(([type]) => type === SYNC_MESSAGE.hello)).toBe(true);

  // A line that is open at our end only: nothing is read any more, so no ping is answered.
  viewer.ws.pause();
  await eventually(() => host.sync.metrics().connections === 0, 'it is let go');
  expect(host.sync.metrics().terminated).toBe(1);
});
