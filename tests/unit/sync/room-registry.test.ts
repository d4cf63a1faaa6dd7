import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/kernel/ids.ts';
import { RoomRegistry } from '#server/sync/room-registry.ts';
import { SYNC_LIMITS } from '#server/sync/sync-limits.ts';
import { eventually } from '../../support/eventually.ts';
import { testContext } from '../../support/sync-context.ts';
import { READ_WRITE } from '../../support/sync-names.ts';
import { gate, MemoryLog } from '../../support/sync-memory-log.ts';
import { TestSocket } from '../../support/sync-replica.ts';
import { addNote, objectsIn } from '../../support/sync-stock-client.ts';

async function world() {
  const log = new MemoryLog();
  const doc = new Y.Doc();
  addNote(doc, 'n1', 'server', 'fiber');
  await log.create('d', Y.encodeStateAsUpdate(doc), 0);
  const context = testContext(log);
  return { log, context, registry: new RoomRegistry(context) };
}

/** Lets promises that are ready run. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function lease(registry: RoomRegistry) {
  const leased = await registry.lease('d');
  if (leased === null) throw new Error('no room');
  return leased;
}

describe('loading', () => {
  test('happens once, however many ask at the same time', async () => {
    const { log, registry } = await world();
    const { passes, open } = gate();
    log.beforeLoad = passes;
    const asking = Promise.all([lease(registry), lease(registry), lease(registry)]);
    open();
    const leases = await asking;
    expect(log.loads).toBe(1);
    expect(new Set(leases.map(({ room }) => room)).size).toBe(1);
    expect(objectsIn(leases[0].room)).toHaveProperty('n1');
  });

  test('that fails gives nobody a page, and is tried anew by the next', async () => {
    const { log, registry } = await world();
    log.beforeLoad = () => Promise.reject(new Error('disk'));
    await expect(lease(registry)).rejects.toThrow('disk');
    expect(registry.rooms()).toEqual([]);
    log.beforeLoad = () => Promise.resolve();
    expect(objectsIn((await lease(registry)).room)).toHaveProperty('n1');
  });

  test('of what does not exist creates nothing', async () => {
    const { log, registry } = await world();
    expect(await registry.lease('other')).toBeNull();
    expect(registry.rooms()).toEqual([]);
    expect([...log.documents.keys()]).toEqual(['d']);
  });
});

describe('unloading', () => {
  test('happens a while after the last has gone, with a snapshot', async () => {
    const { log, context, registry } = await world();
    const { room, release } = await lease(registry);
    release();
    context.timers.pass(SYNC_LIMITS.idleUnloadMs - 1);
    await breathe();
    expect(room.hasEnded).toBe(false);
    context.timers.pass(1);
    await eventually(() => room.hasEnded, 'the page has left memory');
    expect(registry.rooms()).toEqual([]);
    expect((await log.load('d'))?.snapshot?.seq).toBe(1);
    expect(objectsIn((await lease(registry)).room)).toHaveProperty('n1');
  });

  test('waits for those who are connected', async () => {
    const { context, registry } = await world();
    const { room, release } = await lease(registry);
    const connection = room.join(new TestSocket(), 'alice' as SeatId, READ_WRITE);
    release();
    context.timers.pass(10 * SYNC_LIMITS.idleUnloadMs);
    await breathe();
    expect(room.hasEnded).toBe(false);
    connection.ended();
    context.timers.pass(SYNC_LIMITS.idleUnloadMs);
    await eventually(() => room.hasEnded, 'the page has left memory');
  });

  test('gives way to somebody who comes while the snapshot is being saved', async () => {
    const { log, context, registry } = await world();
    const { room, release } = await lease(registry);
    const { passes, open } = gate();
    const save = log.saveSnapshot.bind(log);
    log.saveSnapshot = async (document, seq, state) => {
      await passes();
      await save(document, seq, state);
    };
    release();
    context.timers.pass(SYNC_LIMITS.idleUnloadMs);
    const again = await lease(registry);
    open();
    await breathe();
    expect(again.room).toBe(room);
    expect(room.hasEnded).toBe(false);
  });

  test('and joining in a tight loop never loses a page', async () => {
    const { context, registry } = await world();
    for (let round = 0; round < 200; round += 1) {
      const leases = await Promise.all([lease(registry), lease(registry)]);
      expect(leases[0].room).toBe(leases[1].room);
      expect(objectsIn(leases[0].room)).toHaveProperty('n1');
      for (const { release } of leases) release();
      context.timers.pass(round % 2 === 0 ? SYNC_LIMITS.idleUnloadMs : 10);
      if (round % 3 === 0) await breathe();
    }
  });
});

test('a room that has failed is replaced by one from the log', async () => {
  const { log, registry } = await world();
  const { room, release } = await lease(registry);
  log.beforeAppend = () => Promise.reject(new Error('disk full'));
  await expect(room.transact((doc) => addNote(doc, 'n2', 'server'))).rejects.toThrow();
  release();
  const again = await lease(registry);
  expect(again.room).not.toBe(room);
  expect(Object.keys(objectsIn(again.room))).toEqual(['n1']);
});
