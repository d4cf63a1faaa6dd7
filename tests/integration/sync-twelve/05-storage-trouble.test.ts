import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/protocol/sync.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { ackedClient } from '../../support/sync-acked-client.ts';
import { gate, MemoryLog } from '../../support/sync-memory-log.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, isSynced, objectsIn, stockClient, textOf } from '../../support/sync-stock-client.ts';

test('what is acknowledged is in the log, and what is not in the log reaches nobody', async () => {
  const host = await SyncHost.start();
  const alice = ackedClient(host.syncUrl, 'alice');
  const bob = stockClient(host.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');

  const { passes, open } = gate();
  host.log.beforeAppend = passes;
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await eventually(() => host.log.appends > 0, 'the commit is under way');
  // Whoever asks now is told what is in the log, and no more, or is told nothing yet.
  const carol = stockClient(host.syncUrl, 'carol');
  await eventually(() => carol.provider.wsconnected, 'carol is connected');
  expect(alice.acknowledged()).toBe(0);
  expect(objectsIn(bob)).toEqual({});
  expect(objectsIn(carol)).toEqual({});

  open();
  await eventually(() => alice.acknowledged() === 1, 'alice’s note is saved');
  expect(objectsIn({ doc: host.log.replay(DOCUMENT) })).toHaveProperty('n1');
  await eventually(() => 'n1' in objectsIn(bob) && 'n1' in objectsIn(carol), 'the others have it');
});

test('a full disk loses nothing: no acknowledgement, no broadcast, everybody comes back, and it is saved later', async () => {
  const host = await SyncHost.start();
  const alice = ackedClient(host.syncUrl, 'alice');
  const bob = ackedClient(host.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');
  addNote(alice.doc, 'before', 'alice', 'fiber');
  await eventually(() => alice.acknowledged() === 1 && 'before' in objectsIn(bob), 'all is well');

  host.log.beforeAppend = () => Promise.reject(new Error('ENOSPC'));
  addNote(alice.doc, 'n1', 'alice', 'skrivet på full disk');
  textOf(bob.doc, 'before').insert(0, 'mer ');
  await eventually(() => alice.closes.length > 1 && bob.closes.length > 1, 'they have tried more than once');
  expect(new Set([...alice.closes, ...bob.closes])).toEqual(new Set([CLOSE.tryAgain]));
  expect(alice.acknowledged()).toBe(1);
  expect(bob.acknowledged()).toBe(0);
  expect(objectsIn(bob)).not.toHaveProperty('n1');

  host.log.beforeAppend = () => Promise.resolve();
  await eventually(() => alice.acknowledged() === alice.edits(), 'alice’s edits are saved');
  await eventually(() => bob.acknowledged() === bob.edits(), 'bob’s edits are saved');
  await eventually(() => 'n1' in objectsIn(bob), 'bob has alice’s note');
  await eventually(() => textOf(alice.doc, 'before').toJSON() === 'mer fiber', 'alice has bob’s word');
  expect(canonical(host.log.replay(DOCUMENT))).toEqual(canonical(alice.doc));
});

test('a page that cannot be loaded is never an empty page', async () => {
  const host = await SyncHost.start({ log: await brokenLog() });
  const alice = stockClient(host.syncUrl, 'alice');
  await eventually(() => alice.closes.length > 1, 'alice has tried more than once');
  expect(new Set(alice.closes)).toEqual(new Set([CLOSE.cannotLoad]));
  expect(isSynced(alice)).toBe(false);
  host.log.beforeLoad = () => Promise.resolve();
  await eventually(() => isSynced(alice), 'alice is synced');
  expect(objectsIn(alice)).toHaveProperty('n1');
});

async function brokenLog() {
  const log = new MemoryLog();
  const doc = new Y.Doc();
  addNote(doc, 'n1', 'server', 'fiber');
  await log.create(DOCUMENT, Y.encodeStateAsUpdate(doc), 0);
  log.beforeLoad = () => Promise.reject(new Error('EIO'));
  return log;
}

test('a restart that is announced commits what it has taken, closes with 1012, and takes nobody new', async () => {
  const host = await SyncHost.start();
  const alice = ackedClient(host.syncUrl, 'alice');
  await eventually(() => isSynced(alice), 'alice is synced');
  const { passes, open } = gate();
  host.log.beforeAppend = passes;
  addNote(alice.doc, 'n1', 'alice');
  await eventually(() => host.log.appends > 0, 'the commit is under way');
  const drained = host.sync.drain();
  open();
  await drained;
  expect(objectsIn({ doc: host.log.replay(DOCUMENT) })).toHaveProperty('n1');
  await eventually(() => alice.closes.length > 1, 'alice has been turned away');
  expect(new Set(alice.closes)).toEqual(new Set([CLOSE.restart]));
  expect(host.sync.metrics()).toMatchObject({ rooms: 0, connections: 0 });
});
