import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { SyncLimits } from '#server/sync/sync-limits.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, isSynced, stockClient, textOf, type StockClient } from '../../support/sync-stock-client.ts';

const MEGABYTE = 1024 * 1024;
/** Well beyond what any system buffers: 160 MB. */
const ROUNDS_MAX = 4_000;

const socketOf = ({ provider }: StockClient): WebSocket => provider.ws as unknown as WebSocket;

/** The server rewrites a text of 40 kB again and again, at a pace those who read keep up with. */
async function pour(host: SyncHost, isEnough: (round: number) => boolean): Promise<number> {
  let most = 0;
  let round = 0;
  for (; !isEnough(round); round += 1) {
    if (round > ROUNDS_MAX) throw new Error('the network takes all of it');
    await host.transact((doc) => {
      const text = textOf(doc, 'n1');
      text.delete(0, text.length);
      text.insert(0, `${round} `.padEnd(40_000, 'fiber till byn '));
    });
    // The clients live in this process too and want their turn.
    await wait(5);
    most = Math.max(most, host.sync.metrics().bufferedBytes);
  }
  await host.transact((doc) => textOf(doc, 'n1').insert(0, 'sist '));
  return most;
}

const hasLast = ({ doc }: StockClient): boolean => textOf(doc, 'n1').toJSON().startsWith('sist ');

async function world(limits: Partial<SyncLimits>) {
  const host = await SyncHost.start({ limits });
  await host.transact((doc) => addNote(doc, 'n1', 'server', 'början'));
  const bob = stockClient(host.syncUrl, 'bob');
  const slow = stockClient(host.syncUrl, 'carol');
  await eventually(() => isSynced(bob) && isSynced(slow), 'both are synced');
  return { host, bob, slow };
}

test('a client that stops reading costs bounded memory, and catches up with one diff when it reads again', async () => {
  const { host, bob, slow } = await world({ stalledMaxMs: 600_000 });
  socketOf(slow).pause();
  // Until the network takes no more; how much that is is the system's business.
  await pour(host, () => host.sync.metrics().held === 1);
  const most = await pour(host, (round) => round === 200);
  expect(host.sync.metrics().held).toBe(1);
  expect(most).toBeLessThan(3 * MEGABYTE);
  await eventually(() => hasLast(bob), 'bob has kept up');
  expect(hasLast(slow)).toBe(false);

  socketOf(slow).resume();
  await eventually(() => hasLast(slow), 'the slow one has caught up');
  expect(canonical(slow.doc)).toEqual(canonical(bob.doc));
  expect([...slow.closes, ...bob.closes]).toEqual([]);
}, 120_000);

test('a client that takes nothing at all is cut off, and has everything when it comes back', async () => {
  const { host, bob, slow } = await world({ stalledMaxMs: 300 });
  slow.provider.shouldConnect = false;
  socketOf(slow).pause();
  await pour(host, () => host.sync.metrics().terminated === 1);
  await eventually(() => hasLast(bob), 'bob has kept up');
  expect(host.sync.metrics().bufferedBytes).toBeLessThan(MEGABYTE);
  expect(bob.closes).toEqual([]);
  socketOf(slow).resume();
  await eventually(() => slow.closes.length === 1, 'it notices');
  slow.provider.connect();
  await eventually(() => hasLast(slow), 'it has everything');
}, 120_000);
