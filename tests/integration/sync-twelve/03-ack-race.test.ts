import { expect, test } from 'vitest';
import { DOCUMENT } from '../../support/sync-names.ts';
import { gate } from '../../support/sync-memory-log.ts';
import { Replica } from '../../support/sync-replica.ts';
import { openRoom } from '../../support/sync-room.ts';
import { addNote, objectsIn } from '../../support/sync-stock-client.ts';

/** Everything both ways is put through by hand, so that the race is lost the same way every time. */
test('a barrier that overtakes the client’s SyncStep2 is not echoed: what came before it is not there yet', async () => {
  const at = await openRoom();
  const alice = new Replica('alice');
  addNote(alice.doc, 'offline', 'alice', 'skrivet i tåget');
  alice.connect(at.room);
  // Between the opening and the server's SyncStep1: the update goes out, and a barrier behind it.
  addNote(alice.doc, 'race', 'alice', 'skrivet i sista stund');
  alice.barrier(2);
  alice.send();
  await at.room.settle();
  alice.read(1);
  expect(alice.acknowledged).toBe(0);
  expect(at.log.appends).toBe(0);

  const { passes, open } = gate();
  at.log.beforeAppend = passes;
  alice.read();
  alice.barrier(2);
  alice.send();
  await new Promise((resolve) => setImmediate(resolve));
  alice.read();
  // Taken, and still only in memory.
  expect(at.log.appends).toBe(1);
  expect(alice.acknowledged).toBe(0);

  open();
  await at.room.settle();
  alice.read();
  expect(alice.acknowledged).toBe(2);
  expect(Object.keys(objectsIn({ doc: at.log.replay(DOCUMENT) })).sort()).toEqual(['offline', 'race']);
});

test('after a gap nothing is acknowledged until the client has said again what it has', async () => {
  const at = await openRoom();
  const alice = new Replica('alice');
  alice.connect(at.room);
  for (let round = 0; round < 2; round += 1) {
    alice.send();
    await at.room.settle();
    alice.read();
  }
  addNote(alice.doc, 'lost', 'alice', 'kommer bort på vägen');
  alice.drop();
  addNote(alice.doc, 'next', 'alice', 'bygger på det som kom bort');
  alice.barrier(2);
  alice.send();
  await at.room.settle();
  alice.read();
  expect(alice.acknowledged).toBe(0);
  // It has been asked, has answered with everything, and its barrier counts again.
  alice.send();
  alice.barrier(2);
  alice.send();
  await at.room.settle();
  alice.read();
  expect(alice.acknowledged).toBe(2);
  expect(Object.keys(objectsIn({ doc: at.log.replay(DOCUMENT) })).sort()).toEqual(['lost', 'next']);
});
