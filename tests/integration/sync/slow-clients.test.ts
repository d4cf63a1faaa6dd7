import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { SyncLimits } from '#server/sync/sync-limits.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, isSynced, stockClient, textOf, type StockClient } from '../../support/sync-stock-client.ts';

const MEGABYTE = 1024 * 1024;
const ROUNDS = 500;

const socketOf = ({ provider }: StockClient): WebSocket => provider.ws as unknown as WebSocket;

/** The server rewrites a text until some 20 MB have gone out to everyone who listens; returns the most that was waiting for any. */
async function pour(host: SyncHost): Promise<number> {
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await host.transact((doc) => {
      const text = textOf(doc, 'n1');
      text.delete(0, text.length);
      text.insert(0, `${round} `.padEnd(40_000, 'fiber till byn '));
    });
    // The clients live in this process too and want their turn.
    await new Promise((resolve) => setImmediate(resolve));
    most = Math.max(most, host.sync.metrics().bufferedBytes);
  }
  return most;
}

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
  const most = await pour(host);
  expect(host.sync.metrics().held).toBe(1);
  expect(most).toBeLessThan(3 * MEGABYTE);
  await eventually(() => textOf(bob.doc, 'n1').toJSON().startsWith('499 '), 'bob has kept up');

  const received: number[] = [];
  socketOf(slow).on('message', (data: ArrayBuffer) => received.push(data.byteLength));
  socketOf(slow).resume();
  await eventually(() => textOf(slow.doc, 'n1').toJSON().startsWith('499 '), 'the slow one has caught up');
  expect(canonical(slow.doc)).toEqual(canonical(bob.doc));
  expect(slow.closes).toEqual([]);
  expect(received.reduce((sum, size) => sum + size, 0)).toBeLessThan(15 * MEGABYTE);
});

test('a client that takes nothing at all is cut off, and has everything when it comes back', async () => {
  const { host, bob, slow } = await world({ stalledMaxMs: 300 });
  slow.provider.shouldConnect = false;
  socketOf(slow).pause();
  await pour(host);
  await eventually(() => host.sync.metrics().terminated === 1, 'it is cut off');
  expect(host.sync.metrics().bufferedBytes).toBeLessThan(MEGABYTE);
  expect(bob.closes).toEqual([]);
  socketOf(slow).resume();
  await eventually(() => slow.closes.length === 1, 'it notices');
  slow.provider.connect();
  await eventually(() => textOf(slow.doc, 'n1').toJSON().startsWith('499 '), 'it has everything');
});
