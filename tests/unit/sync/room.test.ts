import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { objectsOf, setBox } from '#shared/content/page-document.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { RoomFailed } from '#server/sync/room.ts';
import { encodeBarrier, encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import { eventually } from '../../support/eventually.ts';
import { DOCUMENT, LOCKED } from '../../support/sync-names.ts';
import { gate } from '../../support/sync-memory-log.ts';
import { canonical, Replica } from '../../support/sync-replica.ts';
import { openRoom, reopenRoom, type TestRoom } from '../../support/sync-room.ts';
import { addNote, objectsIn, textOf } from '../../support/sync-stock-client.ts';

/** Everything on its way arrives: there and back, until nothing moves. */
async function exchange({ room, context }: TestRoom, ...replicas: readonly Replica[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    for (const replica of replicas) replica.send();
    await room.settle();
    context.timers.pass(100);
    for (const replica of replicas) replica.read();
  }
}

async function joined(at: TestRoom, ...seats: readonly string[]): Promise<Replica[]> {
  const replicas = seats.map((seat) => new Replica(seat));
  for (const replica of replicas) replica.connect(at.room);
  await exchange(at, ...replicas);
  return replicas;
}

const pair = async (at: TestRoom): Promise<[Replica, Replica]> =>
  (await joined(at, 'alice', 'bob')) as [Replica, Replica];

/** Lets promises that are ready run. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('nothing uncommitted leaves the room', () => {
  test('an edit is broadcast and acknowledged when it is committed, not before', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    const { passes, open } = gate();
    at.log.beforeAppend = passes;

    addNote(alice.doc, 'n1', 'alice');
    alice.barrier(1);
    alice.send();
    at.context.timers.pass(1_000);
    await breathe();
    alice.read();
    bob.read();
    expect(alice.acknowledged).toBe(0);
    expect(objectsIn(bob)).toEqual({});

    open();
    await breathe();
    at.context.timers.pass(100);
    alice.read();
    bob.read();
    expect(alice.acknowledged).toBe(1);
    expect(objectsIn(bob)).toHaveProperty('n1');
  });

  test('neither a SyncStep2 nor a read by the server tells of what is not committed', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    const { passes, open } = gate();
    at.log.beforeAppend = passes;
    addNote(alice.doc, 'n1', 'alice');
    alice.send();

    const carol = new Replica('carol');
    carol.connect(at.room);
    carol.send();
    let seen: unknown = 'nothing yet';
    void at.room.read((doc) => objectsOf(doc).toJSON()).then((objects) => (seen = objects));
    await breathe();
    carol.read();
    expect(objectsIn(carol)).toEqual({});
    expect(seen).toBe('nothing yet');

    open();
    await breathe();
    carol.read();
    expect(objectsIn(carol)).toHaveProperty('n1');
    expect(seen).toHaveProperty('n1');
  });

  test('edits that come while a commit is under way share the next one', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    const { passes, open } = gate();
    at.log.beforeAppend = passes;
    const before = at.log.appends;
    addNote(alice.doc, 'n0', 'alice');
    alice.send();
    for (let n = 1; n <= 10; n += 1) addNote(bob.doc, `n${n}`, 'bob');
    bob.send();
    open();
    await exchange(at, alice, bob);
    expect(at.log.appends - before).toBe(2);
    expect(Object.keys(objectsIn(alice))).toHaveLength(11);
  });

  test('an edit somebody misses between its answer and the broadcast does not exist', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    const { passes, open } = gate();
    at.log.beforeAppend = passes;
    addNote(alice.doc, 'n1', 'alice');
    alice.send();
    const carol = new Replica('carol');
    carol.connect(at.room);
    carol.send();
    addNote(alice.doc, 'n2', 'alice');
    alice.send();
    open();
    await exchange(at, alice, carol);
    expect(canonical(carol.doc)).toEqual(canonical(alice.doc));
  });
});

describe('a barrier', () => {
  test('is not echoed before the client’s SyncStep2, whatever came before it', async () => {
    const at = await openRoom();
    const alice = new Replica('alice');
    addNote(alice.doc, 'offline', 'alice');
    alice.connect(at.room);
    const { connection } = alice;
    // An edit between opening and the server's SyncStep1, with offline edits before it, and its barrier.
    const before = Y.encodeStateVector(alice.doc);
    addNote(alice.doc, 'early', 'alice');
    connection?.receive(encodeUpdate(Y.encodeStateAsUpdate(alice.doc, before)));
    connection?.receive(encodeBarrier(1));
    await at.room.settle();
    alice.read(100);
    expect(alice.acknowledged).toBe(0);
    expect(at.log.appends).toBe(0);

    connection?.receive(encodeSyncStep2(Y.encodeStateAsUpdate(alice.doc)));
    connection?.receive(encodeBarrier(2));
    await at.room.settle();
    alice.read();
    expect(alice.acknowledged).toBe(2);
    expect(objectsIn({ doc: at.log.replay(DOCUMENT) })).toHaveProperty('early');
  });

  test('is echoed at once when there is nothing to wait for', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    alice.barrier(7);
    alice.send();
    alice.read();
    expect(alice.acknowledged).toBe(7);
  });

  test('covers deletions too', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await exchange(at, alice);
    textOf(alice.doc, 'n1').delete(0, 2);
    alice.barrier(2);
    await exchange(at, alice);
    expect(alice.acknowledged).toBe(2);
    expect(textOf(at.log.replay(DOCUMENT), 'n1').toJSON()).toBe('ber');
  });

  test('after a gap waits for a whole SyncStep2 again', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    addNote(alice.doc, 'lost', 'alice');
    const { connection } = alice;
    const before = Y.encodeStateVector(alice.doc);
    addNote(alice.doc, 'n2', 'alice');
    // Only the second of two updates arrives.
    connection?.receive(encodeUpdate(Y.encodeStateAsUpdate(alice.doc, before)));
    connection?.receive(encodeBarrier(2));
    await at.room.settle();
    expect(alice.acknowledged).toBe(0);
    // The server has asked for everything; the stock client answers that.
    alice.read();
    expect(alice.acknowledged).toBe(0);
    alice.send();
    alice.barrier(2);
    await exchange(at, alice);
    expect(alice.acknowledged).toBe(2);
    expect(Object.keys(objectsIn({ doc: at.log.replay(DOCUMENT) }))).toEqual(['lost', 'n2']);
  });
});

describe('gaps', () => {
  test('are asked about three times, and then the connection is closed', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    const stray = new Y.Doc();
    addNote(stray, 'a', 'alice');
    const before = Y.encodeStateVector(stray);
    addNote(stray, 'b', 'alice');
    const gap = Y.encodeStateAsUpdate(stray, before);
    const page = canonical(at.room.doc);
    for (let time = 1; time <= 3; time += 1) {
      alice.connection?.receive(encodeSyncStep2(gap));
      expect(alice.socket?.closedWith).toBeNull();
    }
    alice.connection?.receive(encodeSyncStep2(gap));
    expect(alice.socket?.closedWith).toBe(CLOSE.malformed);
    expect(canonical(at.room.doc)).toEqual(page);
    expect(at.room.doc.store.pendingStructs).toBeNull();
  });
});

describe('a commit that fails', () => {
  test('is neither acknowledged nor broadcast, and everybody is sent off to come back', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    at.log.beforeAppend = () => Promise.reject(new Error('disk full'));
    addNote(alice.doc, 'n1', 'alice');
    alice.barrier(1);
    alice.send();
    const read = at.room.read((doc) => objectsOf(doc).size);
    await expect(read).rejects.toBeInstanceOf(RoomFailed);
    alice.read();
    bob.read();
    expect(alice.acknowledged).toBe(0);
    expect(objectsIn(bob)).toEqual({});
    expect(alice.socket?.closedWith).toBe(CLOSE.tryAgain);
    expect(bob.socket?.closedWith).toBe(CLOSE.tryAgain);
    expect(at.room.hasEnded).toBe(true);
  });

  test('costs nobody anything once the disk is back: what was offered is offered again', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    at.log.beforeAppend = () => Promise.reject(new Error('disk full'));
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    alice.send();
    await at.room.settle();

    at.log.beforeAppend = () => Promise.resolve();
    const again = await reopenRoom(at.log);
    alice.connect(again.room);
    bob.connect(again.room);
    alice.barrier(1);
    await exchange(again, alice, bob);
    alice.barrier(1);
    await exchange(again, alice, bob);
    expect(alice.acknowledged).toBe(1);
    expect(objectsIn(bob)).toHaveProperty('n1');
    expect(canonical(at.log.replay(DOCUMENT))).toEqual(canonical(alice.doc));
  });

  test('rejects what the server itself wanted to write', async () => {
    const at = await openRoom();
    at.log.beforeAppend = () => Promise.reject(new Error('disk full'));
    await expect(at.room.transact((doc) => addNote(doc, 's1', 'server'))).rejects.toThrow();
    expect(objectsIn({ doc: at.log.replay(DOCUMENT) })).toEqual({});
  });
});

describe('the server’s own changes', () => {
  test('reach everybody and the log, under the server’s name', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    await at.room.transact((doc) => addNote(doc, 's1', 'server'));
    at.context.timers.pass(100);
    alice.read();
    expect(objectsIn(alice)).toHaveProperty('s1');
    expect((await at.log.since(DOCUMENT, 1, 10)).map(({ seat, kind }) => [seat, kind])).toEqual([
      ['server', 'server'],
    ]);
    expect(await at.log.owners(DOCUMENT)).toEqual(new Map([[at.room.doc.clientID, 'server']]));
  });

  test('leave nothing behind when they throw halfway', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    const half = at.room.transact((doc) => {
      addNote(doc, 's1', 'server');
      throw new Error('halfway');
    });
    await expect(half).rejects.toThrow('halfway');
    await exchange(at, alice);
    expect(canonical(at.room.doc)).toEqual({});
    expect(canonical(at.log.replay(DOCUMENT))).toEqual({});
    expect(objectsIn(alice)).toEqual({});
  });
});

describe('writing without permission', () => {
  test('is undone for everyone, told to the writer, and the writer’s replica is as before', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await exchange(at, alice, bob);
    const before = canonical(at.room.doc);

    bob.connect(at.room, LOCKED);
    await exchange(at, bob);
    textOf(bob.doc, 'n1').insert(0, 'sent ');
    const note = objectsOf(bob.doc).get('n1');
    if (note !== undefined) setBox(note, [9, 9, 9, 9]);
    bob.barrier(3);
    const sawForbidden: unknown[] = [];
    alice.doc.on('update', () => sawForbidden.push(canonical(alice.doc)));
    await exchange(at, alice, bob);

    expect(bob.rejections).toEqual(['read-only', 'read-only']);
    expect(bob.acknowledged).toBe(3);
    expect(canonical(at.room.doc)).toEqual(before);
    expect(canonical(bob.doc)).toEqual(before);
    expect(sawForbidden.every((seen) => JSON.stringify(seen) === JSON.stringify(before))).toBe(true);
    expect((await at.log.since(DOCUMENT, 2, 10)).map(({ seat, kind }) => [seat, kind])).toEqual([
      ['bob', 'revert'],
      ['bob', 'revert'],
    ]);

    bob.connect(at.room);
    await exchange(at, bob);
    textOf(bob.doc, 'n1').insert(0, 'mer ');
    await exchange(at, alice, bob);
    expect(canonical(alice.doc)).toEqual(canonical(bob.doc));
    expect(textOf(alice.doc, 'n1').toJSON()).toBe('mer fiber');
  });

  test('is not what somebody does who has nothing new to offer', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    addNote(alice.doc, 'n1', 'alice');
    await exchange(at, alice);
    const rows = at.log.appends;
    alice.connect(at.room, LOCKED);
    await exchange(at, alice);
    expect(alice.rejections).toEqual([]);
    expect(at.log.appends).toBe(rows);
  });

  test('taken away in mid-gesture lets what is on its way count, until the client says it has stopped', async () => {
    const at = await openRoom();
    const [alice, bob] = await pair(at);
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await exchange(at, alice, bob);

    alice.connection?.changeAccess(LOCKED);
    textOf(alice.doc, 'n1').insert(5, 'x');
    await exchange(at, alice, bob);
    expect(textOf(bob.doc, 'n1').toJSON()).toBe('fiberx');

    alice.connection?.receive(Uint8Array.of(103, 0, 0));
    textOf(alice.doc, 'n1').insert(6, 'y');
    await exchange(at, alice, bob);
    expect(textOf(bob.doc, 'n1').toJSON()).toBe('fiberx');
    expect(textOf(alice.doc, 'n1').toJSON()).toBe('fiberx');
    expect(alice.rejections).toEqual(['read-only']);
  });

  test('lets what is on its way count for two seconds when the client says nothing', async () => {
    const at = await openRoom();
    const [alice] = await pair(at);
    alice.connection?.changeAccess(LOCKED);
    at.context.timers.pass(1_900);
    addNote(alice.doc, 'in time', 'alice');
    addNote(alice.doc, 'n1', 'alice');
    alice.send();
    at.context.timers.pass(200);
    addNote(alice.doc, 'n2', 'alice');
    await exchange(at, alice);
    expect(Object.keys(objectsIn(alice))).toEqual(['n1']);
    expect(alice.rejections).toEqual(['invalid-object', 'read-only']);
  });
});

test('coming back with nothing new is looked at once, however many come back', async () => {
  const at = await openRoom();
  const [alice] = await pair(at);
  for (let n = 0; n < 40; n += 1) addNote(alice.doc, `n${n}`, 'alice', 'fiber');
  for (let n = 0; n < 40; n += 2) textOf(alice.doc, `n${n}`).delete(1, 2);
  await exchange(at, alice);
  const appends = at.log.appends;
  const whole = Y.encodeStateAsUpdate(alice.doc);
  for (const seat of ['alice', 'bob', 'carol']) {
    expect(at.room.offer(whole, seat, seat !== 'carol')).toEqual({ kind: 'taken', refusal: null, steps: 0 });
  }
  await at.room.settle();
  expect(at.log.appends).toBe(appends);
});

describe('a snapshot', () => {
  test('is kept after so many rows, and the room that loads it has the same page', async () => {
    const at = await openRoom({ snapshotEveryRows: 5 });
    const [alice] = await pair(at);
    for (let n = 0; n < 12; n += 1) {
      addNote(alice.doc, `n${n}`, 'alice', 'fiber');
      await exchange(at, alice);
    }
    await eventually(async () => ((await at.log.load(DOCUMENT))?.snapshot?.seq ?? 0) >= 5, 'a snapshot');
    const stored = await at.log.load(DOCUMENT);
    expect(stored?.tail.length).toBeLessThan(12);
    const again = await reopenRoom(at.log);
    expect(canonical(again.room.doc)).toEqual(canonical(alice.doc));
    expect(again.room.seq).toBe(at.room.seq);
  });
});

test('the committed state can be had in V2 with its sequence', async () => {
  const at = await openRoom();
  const [alice] = await pair(at);
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await exchange(at, alice);
  const { stateV2, seq } = await at.room.state();
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, stateV2);
  expect(canonical(copy)).toEqual(canonical(alice.doc));
  expect(seq).toBe(2);
});

test('whoever joins while others’ commits are under way misses none of them, by a kept answer or a fetched state', async () => {
  const at = await openRoom();
  const [alice, bob] = await pair(at);
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await exchange(at, alice, bob);
  const early = new Replica('carol');
  early.connect(at.room);
  await exchange(at, early);
  const state = await at.room.state();

  const { passes, open } = gate();
  at.log.beforeAppend = passes;
  textOf(alice.doc, 'n1').insert(5, ' a');
  alice.send();
  // The same question as carol's, and one by the sequence of a state, with a commit under way and another behind it.
  const late = [new Replica('dave'), new Replica('erin')];
  late[0]?.connect(at.room);
  const socket = new Replica('frank');
  socket.connect(at.room, undefined, state.seq);
  Y.applyUpdateV2(socket.doc, state.stateV2);
  for (const replica of [...late, socket]) replica.send();
  textOf(bob.doc, 'n1').insert(0, 'b ');
  bob.send();
  late[1]?.connect(at.room);
  late[1]?.send();
  open();
  await exchange(at, alice, bob, early, ...late, socket);
  for (const { doc } of [alice, bob, early, ...late, socket]) {
    expect(canonical(doc)).toEqual(canonical(at.room.doc));
    expect(doc.store.pendingStructs).toBeNull();
  }
});
