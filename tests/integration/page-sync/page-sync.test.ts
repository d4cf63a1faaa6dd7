import { expect, test } from 'vitest';
import { CLOSE, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { gate, MemoryLog } from '../../support/sync-memory-log.ts';
import { LOCKED, READ_WRITE, RECUSED } from '../../support/sync-names.ts';
import { pageClient, type PageClient } from './client.ts';

const isSaved = (client: PageClient): boolean => client.save().kind === 'saved';
const synced = (client: PageClient): Promise<void> =>
  eventually(() => client.sync.loaded && client.sync.connected, 'first sync');

test('saved is said when the log has it, and not before', async () => {
  const log = new MemoryLog();
  const host = await SyncHost.start({ log });
  const alice = pageClient(host, 'alice');
  await synced(alice);
  const disk = gate();
  log.beforeAppend = disk.passes;
  alice.add('one');
  expect(alice.save()).toEqual({ kind: 'saving' });
  await eventually(() => log.appends > 0, 'an append');
  expect(alice.save()).toEqual({ kind: 'saving' });
  disk.open();
  await eventually(() => isSaved(alice), 'saved');
  expect(Object.keys((await host.objects()) as object)).toEqual(['one']);
});

test('a disk that fails is told as such, with what is only here; then all of it is saved', async () => {
  const log = new MemoryLog();
  const host = await SyncHost.start({ log });
  const alice = pageClient(host, 'alice');
  await synced(alice);
  log.beforeAppend = () => Promise.reject(new Error('disk full'));
  alice.add('one');
  await eventually(() => alice.save().kind === 'cannot-save', 'cannot save');
  alice.add('two');
  expect(alice.save()).toEqual({ kind: 'cannot-save', changes: 2, keeps: 'tab' });
  expect(alice.ids()).toEqual(['one', 'two']);
  log.beforeAppend = () => Promise.resolve();
  await eventually(() => isSaved(alice), 'saved again');
  expect(Object.keys((await host.objects()) as object).sort()).toEqual(['one', 'two']);
});

test('what is written without contact is counted by what was changed, and merges on return', async () => {
  const host = await SyncHost.start();
  const [alice, bob] = [pageClient(host, 'alice'), pageClient(host, 'bob')];
  await Promise.all([synced(alice), synced(bob)]);
  await host.allow('alice', RECUSED);
  await eventually(() => !alice.sync.connected, 'away');
  alice.add('one', 'a');
  alice.add('two');
  bob.add('three');
  expect(alice.save()).toEqual({ kind: 'offline', changes: 2, keeps: 'tab' });
  await host.allow('alice', READ_WRITE);
  alice.sync.reopen();
  await eventually(() => isSaved(alice) && alice.ids().length === 3, 'alice has all');
  await eventually(() => bob.ids().length === 3, 'bob has all');
});

test('barriers are few, and the last edit is always covered', async () => {
  const host = await SyncHost.start();
  const alice = pageClient(host, 'alice');
  await synced(alice);
  await eventually(() => alice.sent.includes(SYNC_MESSAGE.barrier), 'the first barrier');
  const before = alice.sent.length;
  for (let i = 0; i < 200; i += 1) alice.add(`note${String(i)}`);
  await eventually(() => isSaved(alice), 'saved');
  const after = alice.sent.slice(before);
  expect(after.filter((type) => type === SYNC_MESSAGE.sync)).toHaveLength(200);
  expect(after.filter((type) => type === SYNC_MESSAGE.barrier).length).toBeLessThan(50);
  expect(Object.keys((await host.objects()) as object)).toHaveLength(200);
});

test('a lock is heard of and answered; an edit that comes too late is undone and said to be', async () => {
  const host = await SyncHost.start();
  const alice = pageClient(host, 'alice');
  await synced(alice);
  await eventually(() => alice.sync.write === true, 'may write');
  await host.allow('alice', LOCKED);
  await eventually(() => alice.sync.write === false, 'locked');
  await eventually(() => alice.sent.includes(SYNC_MESSAGE.permission), 'the answer');
  alice.add('late');
  await eventually(() => alice.rejected.includes('read-only'), 'rejected');
  await eventually(() => alice.ids().length === 0, 'undone here too');
  expect(await host.objects()).toEqual({});
});

test('a recused seat is closed for good, and comes back when it may', async () => {
  const host = await SyncHost.start();
  const alice = pageClient(host, 'alice');
  await synced(alice);
  await host.allow('alice', RECUSED);
  await eventually(() => alice.sync.closed?.code === CLOSE.forbidden, 'closed');
  const tries = alice.addresses.length;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(alice.addresses).toHaveLength(tries);
  await host.allow('alice', READ_WRITE);
  alice.sync.reopen();
  await eventually(() => alice.sync.connected && alice.sync.closed === null, 'back');
});

test('pointers are seen by others, come back at once after a lost line, and are not echoed', async () => {
  const host = await SyncHost.start();
  const [alice, bob] = [pageClient(host, 'alice'), pageClient(host, 'bob')];
  await Promise.all([synced(alice), synced(bob)]);
  alice.sync.awareness.setLocalState({ cursor: [1, 2] });
  bob.sync.awareness.setLocalState({ cursor: null });
  const alicesCursor = (): unknown => {
    const cursors = [...bob.sync.awareness.getStates().values()].map((state): unknown => state['cursor']);
    return cursors.find((cursor) => cursor !== null);
  };
  await eventually(() => JSON.stringify(alicesCursor()) === '[1,2]', 'seen');
  const sent = bob.sent.filter((type) => type === SYNC_MESSAGE.awareness).length;
  for (let i = 0; i < 10; i += 1) {
    alice.sync.awareness.setLocalState({ cursor: [i, i] });
    await eventually(() => JSON.stringify(alicesCursor()) === JSON.stringify([i, i]), 'moved');
  }
  expect(bob.sent.filter((type) => type === SYNC_MESSAGE.awareness).length).toBe(sent);
  await host.allow('bob', RECUSED);
  await eventually(() => !bob.sync.connected, 'away');
  expect(alicesCursor()).toBeUndefined();
  await host.allow('bob', READ_WRITE);
  bob.sync.reopen();
  await eventually(() => JSON.stringify(alicesCursor()) === '[9,9]', 'seen again');
});

test('a reconnection names the epoch, so that a copy from before a restoration is not merged', async () => {
  const log = new MemoryLog();
  const host = await SyncHost.start({ log });
  const alice = pageClient(host, 'alice');
  await synced(alice);
  await host.allow('alice', RECUSED);
  await eventually(() => alice.sync.closed !== null, 'away');
  await host.allow('alice', READ_WRITE);
  alice.sync.reopen();
  await eventually(() => alice.sync.connected, 'back');
  expect(alice.addresses.at(-1)).toMatch(/~1$/);

  const stale = pageClient(host, 'bob', { epoch: 7 });
  await eventually(() => stale.sync.closed?.code === CLOSE.wrongEpoch, 'refused');
  expect(stale.ids()).toEqual([]);
});

test('a page that the server does not know is closed for good', async () => {
  const host = await SyncHost.start({ page: null, log: new MemoryLog() });
  const alice = pageClient(host, 'alice');
  await eventually(() => alice.sync.closed !== null, 'closed');
  expect(alice.sync.closed?.code).toBe(CLOSE.unknownPage);
  expect(alice.sync.loaded).toBe(false);
});
