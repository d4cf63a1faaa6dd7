import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HistoryRoom } from '../../support/history-room.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { anything, carryOut, offending } from '../../support/history-acts.ts';
import { look } from './look.ts';
import { expectedAfterRevert, sorted } from './revert-oracle.ts';

type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const objectsIn = (room: HistoryRoom): Objects => canonical(room.room.doc) as Objects;

function expectInStep({ room, people }: HistoryRoom): void {
  for (const { replica } of people) {
    expect(canonical(replica.doc)).toEqual(canonical(room.doc));
  }
}

test('when nobody else has done anything since, reverting a seat gives the page as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anything(3), offending(1), async (before, since) => {
      const room = await HistoryRoom.open();
      const bob = room.people.slice(1, 2);
      await carryOut(room, room.people, before);
      const then = objectsIn(room);
      const moment = room.now;
      room.pass();
      await carryOut(room, bob, since);

      await room.revert('bob', moment);

      const now = objectsIn(room);
      for (const [id, object] of Object.entries(then)) expect(now[id]).toEqual(object);
      for (const [id, object] of Object.entries(now))
        if (!(id in then)) expect(object['deletedAt']).toEqual(expect.any(Number));
      await room.settle();
      expectInStep(room);
      await room.revert('bob', moment);
      expect(objectsIn(room)).toEqual(now);
    }),
    runs(150),
  );
});

test('whatever others do meanwhile is left, and of the seat’s own nothing is left that nobody else has taken up', async () => {
  await fc.assert(
    fc.asyncProperty(anything(3), anything(3), async (before, since) => {
      const room = await HistoryRoom.open();
      await carryOut(room, room.people, before);
      const moment = room.now;
      room.pass();
      await carryOut(room, room.people, since);
      const rows = await room.context.log.since(DOCUMENT, 0, 1_000_000);
      const expected = expectedAfterRevert(rows, 'bob', moment);

      await room.revert('bob', moment);

      const now = look(room.room.doc);
      for (const [id, { values, letters }] of expected.steady) {
        expect(now.get(id)?.values, id).toEqual(values);
        expect(sorted([...(now.get(id)?.characters.values() ?? [])]), id).toBe(letters);
      }
      for (const id of expected.binned) expect(now.get(id)?.values.has('deletedAt'), id).toBe(true);
      for (const [id, isBinned] of expected.kept)
        if (!isBinned) expect(now.get(id)?.values.has('deletedAt'), id).toBe(false);
      await room.settle();
      expectInStep(room);
      const once = objectsIn(room);
      await room.revert('bob', moment);
      expect(objectsIn(room)).toEqual(once);
    }),
    runs(150),
  );
});
