import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { CLOSE } from '#shared/protocol/sync.ts';
import { SYNC_LIMITS } from '#server/sync/sync-limits.ts';
import { encodeBarrier, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import type { TestSocket } from '../../support/sync-replica.ts';
import { canonical, Replica } from '../../support/sync-replica.ts';
import { openRoom, type TestRoom } from '../../support/sync-room.ts';
import { addNote } from '../../support/sync-stock-client.ts';

async function world(): Promise<{ at: TestRoom; alice: Replica; socket: TestSocket }> {
  const at = await openRoom();
  const alice = new Replica('alice');
  alice.connect(at.room);
  alice.send();
  alice.read();
  alice.send();
  const { socket } = alice;
  if (socket === null) throw new Error('not connected');
  return { at, alice, socket };
}

describe('a frame that is not of the protocol', () => {
  test.each([
    ['nothing', []],
    ['an unknown type', [77]],
    ['a sync step that is none', [0, 9, 0]],
    ['a message cut short', [0, 2, 9, 1]],
    ['two messages in one', [102, 1, 102, 2]],
    ['an answer to a question we did not ask', [2, 0, 0]],
    ['permission given by the client', [103, 1, 0]],
    ['a state vector that is none', [0, 0, 2, 255, 255]],
    ['an update that is none', [0, 1, 2, 255, 255]],
    ['presence that is none', [1, 2, 255, 255]],
    ['a number beyond 2^53', [102, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
  ])('closes the connection: %s', async (_what, bytes) => {
    const { at, alice, socket } = await world();
    const before = canonical(at.room.doc);
    alice.connection?.receive(Uint8Array.from(bytes));
    expect(socket.closedWith).toBe(CLOSE.malformed);
    expect(at.room.connections.size).toBe(0);
    expect(canonical(at.room.doc)).toEqual(before);
  });
});

describe('sizes', () => {
  test('an update over the limit closes the connection for good', async () => {
    const { at, alice, socket } = await world();
    const doc = new Y.Doc();
    addNote(doc, 'n1', 'alice', 'x'.repeat(SYNC_LIMITS.updateMaxBytes));
    alice.connection?.receive(encodeUpdate(Y.encodeStateAsUpdate(doc)));
    expect(socket.closedWith).toBe(CLOSE.tooLarge);
    expect(canonical(at.room.doc)).toEqual({});
  });

  test('what was written in a long spell offline may be larger than one update', async () => {
    const { at, alice, socket } = await world();
    const doc = new Y.Doc();
    for (let n = 0; n < 100; n += 1) addNote(doc, `n${n}`, 'alice', 'x'.repeat(7_000));
    alice.connection?.receive(encodeSyncStep2(Y.encodeStateAsUpdate(doc)));
    await at.room.settle();
    expect(socket.closedWith).toBeNull();
    expect(Object.keys(canonical(at.room.doc) as object)).toHaveLength(100);
  });

  test('a state vector over the limit closes the connection', async () => {
    const { alice, socket } = await world();
    alice.connection?.receive(encodeSyncStep1(new Uint8Array(SYNC_LIMITS.stateVectorMaxBytes + 1)));
    expect(socket.closedWith).toBe(CLOSE.tooLarge);
  });
});

test('an update that breaks the page in spite of all is its sender’s end; the others come back to the page from the log', async () => {
  const { at, alice, socket } = await world();
  const bob = new Replica('bob');
  bob.connect(at.room);
  // No update is known that does this, so the room is made to say so.
  at.room.offer = () => ({ kind: 'broken', error: new Error('unexpected case') });
  alice.connection?.receive(encodeSyncStep2(Uint8Array.of(0, 0)));
  expect(socket.closedWith).toBe(CLOSE.malformed);
  expect(bob.socket?.closedWith).toBe(CLOSE.tryAgain);
  expect(at.room.hasEnded).toBe(true);
});

describe('a flood', () => {
  test('is read no faster than one connection is entitled to, and loses nothing', async () => {
    const { at, alice, socket } = await world();
    for (let n = 0; n < SYNC_LIMITS.workBurst; n += 1) alice.connection?.receive(encodeBarrier(n));
    expect(socket.isPaused).toBe(true);
    expect(socket.closedWith).toBeNull();
    at.context.timers.pass(10_000);
    expect(socket.isPaused).toBe(false);
    expect(alice.isConnected).toBe(true);
  });

  test('without end closes the connection', async () => {
    const { at, alice, socket } = await world();
    const flood = (): void => {
      for (let n = 0; n < 500; n += 1) alice.connection?.receive(encodeBarrier(n));
    };
    for (let second = 0; second < 70 && socket.closedWith === null; second += 1) {
      flood();
      at.context.timers.pass(1_000);
    }
    expect(socket.closedWith).toBe(CLOSE.tooMany);
  });

  test('of questions for the whole page costs the one who asks', async () => {
    const { at, alice, socket } = await world();
    for (let n = 0; n < 100; n += 1) alice.connection?.receive(encodeSyncStep1(Uint8Array.of(0)));
    expect(socket.isPaused).toBe(true);
    at.context.timers.pass(60_000);
    expect(socket.isPaused).toBe(false);
  });

  test('is not what a person’s work is: dragging, typing and presence all day', async () => {
    const { at, alice, socket } = await world();
    for (let second = 0; second < 600; second += 1) {
      for (let n = 0; n < 40; n += 1) alice.connection?.receive(encodeBarrier(n));
      at.context.timers.pass(1_000);
      expect(socket.isPaused).toBe(false);
    }
  });
});
