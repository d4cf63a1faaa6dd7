import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/kernel/ids.ts';
import { CLOSE, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { encodeSyncStep1 } from '#server/sync/wire.ts';
import { eventually } from '../../support/eventually.ts';
import { ackedClient } from '../../support/sync-acked-client.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { LOCKED, READ_WRITE, RECUSED, WORKSHOP } from '../../support/sync-names.ts';
import { MemoryLog } from '../../support/sync-memory-log.ts';
import { rawSocket, type RawSocket } from '../../support/sync-raw-socket.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, isSynced, objectsIn, stockClient, textOf } from '../../support/sync-stock-client.ts';

const typesOf = ({ messages }: RawSocket): readonly (number | undefined)[] => messages.map(([type]) => type);

describe('a seat that may not read', () => {
  test('gets nothing of the page through a raw socket with its cookie', async () => {
    const host = await SyncHost.start({
      log: new MemoryLog(),
      page: (doc) => addNote(doc, 'secret', 'server', 'hemligt'),
    });
    host.access.set('carol', RECUSED);
    const carol = await rawSocket(host.syncUrl, 'carol');
    carol.ws.send(encodeSyncStep1(Uint8Array.of(0)));
    expect(await carol.closed).toBe(CLOSE.forbidden);
    expect(carol.messages).toEqual([]);
    expect(host.sync.metrics().loads).toBe(0);
  });

  test('any more is closed at once and hears nothing of what is written after', async () => {
    const host = await SyncHost.start();
    const alice = stockClient(host.syncUrl, 'alice');
    const carol = await rawSocket(host.syncUrl, 'carol');
    carol.ws.send(encodeSyncStep1(Uint8Array.of(0)));
    await eventually(() => isSynced(alice) && typesOf(carol).includes(SYNC_MESSAGE.sync), 'both are in');

    await host.allow('carol', RECUSED);
    addNote(alice.doc, 'secret', 'alice', 'hemligt');
    alice.provider.awareness.setLocalStateField('cursor', [1, 2]);
    await eventually(async () => 'secret' in ((await host.objects()) as object), 'the secret is written');
    expect(await carol.closed).toBe(CLOSE.forbidden);
    expect(Buffer.concat(carol.messages).includes('hemligt')).toBe(false);
    expect(Buffer.concat(carol.messages).includes('cursor')).toBe(false);
  });

  test('is not let in by a change that comes while it is being let in', async () => {
    const host = await SyncHost.start();
    // The first answer is overtaken by a recusal before the page is loaded.
    let loads = 0;
    host.log.beforeLoad = async () => {
      loads += 1;
      await host.allow('carol', RECUSED);
    };
    const carol = await rawSocket(host.syncUrl, 'carol');
    carol.ws.send(encodeSyncStep1(Uint8Array.of(0)));
    expect(await carol.closed).toBe(CLOSE.forbidden);
    expect(carol.messages).toEqual([]);
    expect(loads).toBe(1);
  });

  test('since its page is gone is told so', async () => {
    const host = await SyncHost.start();
    const carol = await rawSocket(host.syncUrl, 'carol');
    await eventually(() => carol.messages.length > 0, 'carol is in');
    await host.allow('carol', { read: false, write: false, reason: 'unknown-page' });
    expect(await carol.closed).toBe(CLOSE.unknownPage);
  });
});

describe('a seat that may read only', () => {
  test('is told so, and its edits are undone everywhere and on its own replica', async () => {
    const host = await SyncHost.start();
    host.access.set('bob', LOCKED);
    const alice = stockClient(host.syncUrl, 'alice');
    const bob = ackedClient(host.syncUrl, 'bob');
    await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await eventually(() => 'n1' in objectsIn(bob), 'bob has the note');

    const seen: string[] = [];
    textOf(alice.doc, 'n1').observe((event) => seen.push((event.target as { toJSON(): string }).toJSON()));
    textOf(bob.doc, 'n1').insert(0, 'falskt ');
    addNote(bob.doc, 'forbidden', 'bob');
    await eventually(() => bob.rejections.length === 2, 'bob is told');
    await eventually(() => !('forbidden' in objectsIn(bob)), 'bob’s replica corrects itself');
    expect(textOf(bob.doc, 'n1').toJSON()).toBe('fiber');
    expect(bob.rejections).toEqual(['read-only', 'read-only']);

    await host.allow('bob', READ_WRITE);
    textOf(bob.doc, 'n1').insert(0, 'mer ');
    await eventually(() => textOf(alice.doc, 'n1').toJSON() === 'mer fiber', 'bob’s later edit arrives');
    expect(seen.filter((text) => text.includes('falskt'))).toEqual([]);
    expect(canonical(alice.doc)).toEqual(canonical(bob.doc));
    expect(bob.closes).toEqual([]);
  });

  test('hears of it when that changes, both ways', async () => {
    const host = await SyncHost.start();
    const bob = await rawSocket(host.syncUrl, 'bob');
    const permissions = (): readonly unknown[] =>
      bob.messages
        .filter(([type]) => type === SYNC_MESSAGE.permission)
        .map((message) => [message[1], Buffer.from(message.slice(3)).toString()]);
    await eventually(() => permissions().length === 1, 'bob is told at opening');
    await host.allow('bob', LOCKED);
    await eventually(() => permissions().length === 2, 'bob is told of the lock');
    await host.allow('bob', READ_WRITE);
    await eventually(() => permissions().length === 3, 'bob is told of the unlock');
    await host.allow('bob', READ_WRITE);
    expect(permissions()).toEqual([
      [1, ''],
      [0, 'locked'],
      [1, ''],
    ]);
  });
});

test('a seat that has moved to another device is signed out on this one', async () => {
  const host = await SyncHost.start();
  const alice = stockClient(host.syncUrl, 'alice');
  const bob = stockClient(host.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');
  host.void.add('alice');
  host.sync.pages.signOut(WORKSHOP, 'alice' as SeatId);
  await eventually(() => alice.closes.length === 1, 'alice is signed out');
  expect(alice.closes).toEqual([CLOSE.notSignedIn]);
  expect(alice.provider.shouldConnect).toBe(false);
  expect(bob.closes).toEqual([]);
});
