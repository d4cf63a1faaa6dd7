import fc from 'fast-check';
import { expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { Writer as WriterName } from '#shared/protocol/history.ts';
import { HistoryRoom, type Writer } from '../../support/history-room.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { runs } from '../../support/sync-runs.ts';
import { carryOut, ownWriting } from '../../support/history-acts.ts';

const WRITERS: Readonly<Record<string, WriterName>> = { a: 'alice', b: 'bob', c: 'carol', s: 'server' };

test('every object, value and character is attributed to whoever wrote it, offline and under new ids too', async () => {
  await fc.assert(
    fc.asyncProperty(ownWriting(4), async (acts) => {
      // Carol has two devices.
      const room = await HistoryRoom.open(['alice', 'bob', 'carol', 'carol']);
      await carryOut(room, room.people, acts);

      const attribution = must(await room.history.attribution(DOCUMENT, { at: room.now }), 'a page');

      for (const { id, writer, fields, texts } of attribution.objects) {
        expect(writer).toBe(id.split('-')[0]);
        const object = must(room.object(id), id);
        for (const run of texts['text'] ?? [])
          expect([...new Set(run.text)].map((letter) => WRITERS[letter])).toEqual([run.writer]);
        expect((texts['text'] ?? []).map(({ text }) => text).join('')).toBe(String(object.get('text')));
        for (const key of ['box', 'order', 'meaning'])
          expect(fields[key], `${id} ${key}`).toBe(writerOf(object.get(key), room.people) ?? writer);
      }
    }),
    runs(150),
  );
});

/** Nobody writes a value that somebody else would; what an object is born with is like any other's. */
function writerOf(value: unknown, people: readonly Writer[]): string | null {
  const seats = people.filter((writer) => writer.hasWritten(value)).map(({ seat }) => seat);
  return seats[0] ?? null;
}
