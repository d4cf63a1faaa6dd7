import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Bus } from '#server/bus/bus.ts';
import { eventually } from '../../support/eventually.ts';
import { LossyLine, type Weather } from '../../support/lossy-bus.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { MemoryLog } from '../../support/sync-memory-log.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import {
  addNote,
  isSynced,
  objectsIn,
  stockClient,
  textOf,
  type StockClient,
} from '../../support/sync-stock-client.ts';

const FAIR: Weather = { loses: () => false, copies: () => 1, delay: () => 1 };

/** Unless it is said otherwise nobody looks into the log while the line is up: what arrives has come by the line. */
async function twoServers(weather: Weather, nodeLookMs = 60_000) {
  const log = new MemoryLog();
  const line = new LossyLine(weather);
  const limits = { nodeBeatMs: 100, nodePollMs: 100, nodeLookMs, nodeSilentMs: 600 };
  const server = (bus: Bus, page: null | undefined) =>
    SyncHost.start<MemoryLog>({ log, bus, limits, ...(page === null ? { page } : {}) });
  const first = await server(line.end(), undefined);
  const second = await server(line.end(), null);
  return { log, line, first, second };
}

/** The same page on every screen and in the log, whole. */
async function agree(log: MemoryLog, clients: readonly StockClient[]): Promise<void> {
  const stored = () => JSON.stringify(canonical(log.replay(DOCUMENT)));
  await eventually(
    () => clients.every(({ doc }) => JSON.stringify(canonical(doc)) === stored()),
    'all have the same page',
  );
  for (const { doc } of clients)
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
}

const seqsOf = async (log: MemoryLog): Promise<readonly number[]> =>
  (await log.since(DOCUMENT, 0, 100_000)).map(({ seq }) => seq);

/** Numbers that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

test('an edit on one server is on the screens of the other, with the cursor of who made it', async () => {
  const { log, first, second } = await twoServers(FAIR);
  const alice = stockClient(first.syncUrl, 'alice');
  const bob = stockClient(second.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are there');
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await eventually(() => 'n1' in objectsIn(bob), 'bob sees the note');
  textOf(bob.doc, 'n1').insert(5, ' till alla');
  await eventually(() => textOf(alice.doc, 'n1').toJSON() === 'fiber till alla', 'alice sees the text');
  alice.provider.awareness.setLocalState({ cursor: [1, 2], user: { seat: 'bob' } });
  const seen = () => bob.provider.awareness.getStates().get(alice.doc.clientID);
  await eventually(() => seen()?.['cursor'] !== undefined, 'bob sees the cursor');
  expect(seen()).toEqual({ cursor: [1, 2], user: { seat: 'alice' } });
  await agree(log, [alice, bob]);
});

test('messages that are lost, doubled and out of order cost time, not edits: dense log, one page', async () => {
  const roll = dice(7);
  const { log, first, second } = await twoServers({
    loses: () => roll() < 0.3,
    copies: () => (roll() < 0.3 ? 2 : 1),
    delay: () => Math.floor(roll() * 60),
  });
  const clients = [
    stockClient(first.syncUrl, 'alice'),
    stockClient(second.syncUrl, 'bob'),
    stockClient(second.syncUrl, 'carol'),
  ];
  await eventually(() => clients.every(isSynced), 'all are there');
  for (const [at, seat] of ['alice', 'bob', 'carol'].entries()) {
    const client = clients[at];
    if (client !== undefined) addNote(client.doc, `of-${seat}`, seat, seat);
  }
  await eventually(
    () => clients.every((client) => Object.keys(objectsIn(client)).length === 3),
    'three notes',
  );
  for (let round = 0; round < 60; round += 1) {
    for (const client of clients) {
      const text = textOf(client.doc, ['of-alice', 'of-bob', 'of-carol'][Math.floor(roll() * 3)] ?? 'of-bob');
      if (text.length > 6 && roll() < 0.3) text.delete(Math.floor(roll() * (text.length - 1)), 1);
      else text.insert(Math.floor(roll() * (text.length + 1)), String(round));
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await agree(log, clients);
  const seqs = await seqsOf(log);
  expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
});

test('a last edit arrives even when its message is lost, and the message that tells of it, again and again', async () => {
  let lost = 0;
  let isStormy = false;
  const { log, first, second } = await twoServers({ ...FAIR, loses: () => isStormy && (lost += 1) <= 12 });
  const alice = stockClient(first.syncUrl, 'alice');
  const bob = stockClient(second.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are there');
  isStormy = true;
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await agree(log, [alice, bob]);
  expect(lost).toBeGreaterThan(12);
});

test('while the line is down both go on by the log, and nobody’s cursor stays behind', async () => {
  const { log, line, first, second } = await twoServers(FAIR);
  const alice = stockClient(first.syncUrl, 'alice');
  const bob = stockClient(second.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are there');
  alice.provider.awareness.setLocalState({ cursor: [1, 2] });
  const seen = () => bob.provider.awareness.getStates().has(alice.doc.clientID);
  await eventually(seen, 'bob sees the cursor');
  line.down();
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  addNote(bob.doc, 'n2', 'bob', 'mast');
  await agree(log, [alice, bob]);
  expect(Object.keys(objectsIn(bob)).sort()).toEqual(['n1', 'n2']);
  line.up();
  addNote(bob.doc, 'n3', 'bob', 'kanalisation');
  await eventually(() => 'n3' in objectsIn(alice), 'alice sees what bob writes');
  await eventually(seen, 'bob sees the cursor again');
  // A server that falls silent for good takes its people's cursors with it.
  await first.sync.close();
  await eventually(() => !seen(), 'the cursor is gone');
});

test('what is written on a server that is cut off arrives, though the others do not know that they cannot hear it', async () => {
  const { log, line, first, second } = await twoServers(FAIR, 200);
  const alice = stockClient(first.syncUrl, 'alice');
  const bob = stockClient(second.syncUrl, 'bob');
  await eventually(() => isSynced(alice) && isSynced(bob), 'both are there');
  line.cutLast();
  addNote(bob.doc, 'n1', 'bob', 'from the cut-off side');
  await eventually(() => 'n1' in objectsIn(alice), 'alice sees it');
  addNote(alice.doc, 'n2', 'alice', 'fiber');
  await agree(log, [alice, bob]);
});

test('whoever moves to the other server takes their unacknowledged edits along, and ids stay with their seat', async () => {
  const { log, first, second } = await twoServers(FAIR);
  const alice = stockClient(first.syncUrl, 'alice');
  const mallory = stockClient(second.syncUrl, 'mallory');
  await eventually(() => isSynced(alice) && isSynced(mallory), 'both are there');
  addNote(alice.doc, 'n1', 'alice', 'fiber');
  await eventually(() => 'n1' in objectsIn(mallory), 'it is everywhere');

  alice.provider.disconnect();
  addNote(alice.doc, 'n2', 'alice', 'offline');
  const moved = stockClient(second.syncUrl, 'alice', { doc: alice.doc });
  await eventually(() => isSynced(moved), 'alice is on the other server');
  await eventually(() => 'n2' in objectsIn(mallory), 'what she wrote offline is there');

  // The victim's next clock, by way of the server the victim was never on until now.
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(alice.doc));
  forged.clientID = alice.doc.clientID;
  const before = JSON.stringify(canonical(log.replay(DOCUMENT)));
  const attack = stockClient(second.syncUrl, 'mallory', { doc: forged, connect: false });
  addNote(forged, 'forged', 'alice', 'x');
  attack.provider.connect();
  await eventually(() => attack.closes.length > 0, 'the forger is closed');
  expect(attack.closes[0]).toBe(4400);
  expect(JSON.stringify(canonical(log.replay(DOCUMENT)))).toBe(before);
});
