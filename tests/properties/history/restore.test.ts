import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import { documentOf } from '#server/history/page-history.ts';
import { HistoryRoom, type Writer } from '../../support/history-room.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { anything, carryOut } from '../../support/history-acts.ts';
import { look } from './look.ts';

type Objects = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const objectsIn = ({ room }: HistoryRoom): Objects => canonical(room.doc) as Objects;

function expectRestored(now: Objects, then: Objects): void {
  for (const [id, object] of Object.entries(then)) expect(now[id], id).toStrictEqual(object);
  for (const [id, object] of Object.entries(now))
    if (!(id in then)) expect(object['deletedAt'], id).toEqual(expect.any(Number));
}

function expectInStep({ room, people }: HistoryRoom): void {
  for (const { replica } of people) {
    expect(canonical(replica.doc)).toEqual(canonical(room.doc));
  }
}

/** Letters that have been typed and not been told to anybody. */
function typeUnsent(writer: Writer): ReadonlySet<string> {
  const before = new Set([...look(writer.doc).values()].flatMap(({ characters }) => [...characters.keys()]));
  for (const pick of [0, 1, 2]) writer.type(pick, 3, 1);
  const after = [...look(writer.doc).values()].flatMap(({ characters }) => [...characters.keys()]);
  return new Set(after.filter((character) => !before.has(character)));
}

test('a page restored to any moment is what it was then, and the way back is open as well', async () => {
  await fc.assert(
    fc.asyncProperty(anything(3), anything(3), async (before, since) => {
      const room = await HistoryRoom.open();
      await carryOut(room, room.people, before);
      const [then, moment] = [objectsIn(room), room.now];
      room.pass();
      await carryOut(room, room.people, since);
      const [later, laterMoment] = [objectsIn(room), room.now];
      room.pass();

      await room.restore(moment);

      expectRestored(objectsIn(room), then);
      await room.settle();
      expectInStep(room);
      const rows = await room.history.span(DOCUMENT);
      await room.restore(moment);
      expect(await room.history.span(DOCUMENT)).toEqual(rows);

      await room.restore(laterMoment);

      expectRestored(objectsIn(room), later);
    }),
    runs(100),
  );
});

test('what is on its way while a page is restored is not lost, unless what it was written in is', async () => {
  await fc.assert(
    fc.asyncProperty(anything(3), anything(3), async (before, since) => {
      const room = await HistoryRoom.open();
      await carryOut(room, room.people, before);
      const moment = room.now;
      room.pass();
      await carryOut(room, room.people, since);
      const maps = new Map([...look(room.room.doc)].map(([id, { identity }]) => [id, identity]));
      const alice = must(room.people[0], 'alice');
      const unsent = typeUnsent(alice);

      await room.restore(moment);
      await room.settle();

      const now = look(room.room.doc);
      const same = [...now].filter(([id, { identity }]) => maps.get(id) === identity);
      if (same.length === now.size) {
        const standing = new Set([...now.values()].flatMap(({ characters }) => [...characters.keys()]));
        for (const character of unsent) expect(standing).toContain(character);
      }
      expectInStep(room);
    }),
    runs(100),
  );
});

test('the page at any moment is what it was when it was looked at then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anything(3), { minLength: 1, maxLength: 6 }), async (spells) => {
      const room = await HistoryRoom.open();
      const seen: { readonly at: number; readonly objects: unknown }[] = [];
      for (const spell of spells) {
        await carryOut(room, room.people, spell);
        seen.push({ at: room.now, objects: objectsIn(room) });
        room.pass();
      }
      for (const { at, objects } of seen) {
        const state = await room.stateAt(at);
        expect(canonical(documentOf(must(state, 'a state').stateV2))).toEqual(objects);
      }
    }),
    runs(50),
  );
});
