import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HistoryRoom } from '../../support/history-room.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { anything, carryOut } from './acts.ts';

type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const objectsIn = (room: HistoryRoom): Objects => canonical(room.room.doc) as Objects;

function expectInStep({ room, people }: HistoryRoom): void {
  for (const { replica } of people) {
    expect(replica.rejections).toEqual([]);
    expect(canonical(replica.doc)).toEqual(canonical(room.doc));
  }
}

test('when nobody else has done anything since, reverting a seat gives the page as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anything(3), anything(1), async (before, since) => {
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
