import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { addNote, objectsIn } from '../../support/sync-stock-client.ts';
import type { TestSocket } from '../../support/sync-replica.ts';
import { canonical, Replica } from '../../support/sync-replica.ts';
import { openRoom, type TestRoom } from '../../support/sync-room.ts';

const LIMITS = { dropAwarenessAboveBytes: 100, holdUpdatesAboveBytes: 1_000, terminateAboveBytes: 10_000 };

/** Alice writes, bob is the one who may be slow. */
async function world(): Promise<{ at: TestRoom; alice: Replica; bob: Replica; socket: TestSocket }> {
  const at = await openRoom(LIMITS);
  const [alice, bob] = [new Replica('alice'), new Replica('bob')];
  for (const replica of [alice, bob]) {
    replica.connect(at.room);
    replica.send();
    replica.read();
    replica.send();
  }
  const { socket } = bob;
  if (socket === null) throw new Error('not connected');
  return { at, alice, bob, socket };
}

async function write({ room, context }: TestRoom, alice: Replica, id: string): Promise<void> {
  addNote(alice.doc, id, 'alice', 'fiber till byn');
  alice.send();
  await room.settle();
  context.timers.pass(100);
}

describe('a client that lags', () => {
  test('gets no updates beyond a backlog, and all it missed as one diff when it has caught up', async () => {
    const { at, alice, bob, socket } = await world();
    await write(at, alice, 'n1');
    bob.read();
    expect(objectsIn(bob)).toHaveProperty('n1');

    socket.backlog = 2_000;
    for (let n = 2; n <= 6; n += 1) await write(at, alice, `n${n}`);
    expect(socket.inbox).toEqual([]);
    socket.backlog = 0;
    socket.taken += 2_000;
    bob.connection?.drained();
    expect(socket.inbox).toHaveLength(1);
    bob.read();
    expect(canonical(bob.doc)).toEqual(canonical(alice.doc));

    await write(at, alice, 'n7');
    bob.read();
    expect(canonical(bob.doc)).toEqual(canonical(alice.doc));
  });

  test('gets a diff of what it missed, not of the whole page', async () => {
    const { at, alice, bob, socket } = await world();
    for (let n = 0; n < 50; n += 1) await write(at, alice, `n${n}`);
    bob.read();
    socket.backlog = 2_000;
    await write(at, alice, 'missed');
    socket.backlog = 0;
    bob.connection?.drained();
    expect(socket.inbox[0]?.byteLength).toBeLessThan(300);
    expect(Y.encodeStateAsUpdate(at.room.doc).byteLength).toBeGreaterThan(3_000);
  });

  test('loses cursors first', async () => {
    const { at, alice, bob, socket } = await world();
    const announce = (x: number): void => {
      alice.connection?.receive(awareness(alice.doc.clientID, { x }));
      at.context.timers.pass(100);
    };
    announce(1);
    expect(socket.inbox.splice(0)).toHaveLength(1);
    socket.backlog = 500;
    announce(2);
    expect(socket.inbox).toEqual([]);
    await write(at, alice, 'n1');
    expect(socket.inbox).toHaveLength(1);
    socket.backlog = 0;
    announce(3);
    expect(socket.inbox).toHaveLength(2);
    expect(bob.isConnected).toBe(true);
  });

  test('is cut off when it takes nothing and there is ever more for it', async () => {
    const { at, alice, bob, socket } = await world();
    socket.backlog = 20_000;
    await write(at, alice, 'n1');
    expect(socket.closedWith).toBe('cut');
    expect(at.room.connections.size).toBe(1);
    bob.connect(at.room);
    bob.send();
    bob.read();
    expect(canonical(bob.doc)).toEqual(canonical(alice.doc));
  });

  test('is not blamed for the size of the page it has just asked for', async () => {
    const { at, alice } = await world();
    for (let n = 0; n < 300; n += 1) await write(at, alice, `n${n}`);
    const carol = new Replica('carol');
    carol.connect(at.room);
    const { socket } = carol;
    if (socket === null) throw new Error('not connected');
    const size = Y.encodeStateAsUpdate(at.room.doc).byteLength;
    expect(size).toBeGreaterThan(LIMITS.terminateAboveBytes);
    socket.backlog = size + 10;
    carol.send();
    await write(at, alice, 'more');
    expect(socket.closedWith).toBeNull();
    carol.read();
    expect(objectsIn(carol)).toHaveProperty('more');
  });
});

function awareness(client: number, state: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(state));
  const doc = Buffer.from([1, ...varUint(client), 1, json.length, ...json]);
  return Buffer.from([1, doc.length, ...doc]);
}

function varUint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left > 127) {
    bytes.push((left % 128) | 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}
