import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { MemoryLog } from '../../support/sync-memory-log.ts';
import { LOCKED, READ_WRITE } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, isSynced, objectsIn, stockClient, textOf } from '../../support/sync-stock-client.ts';

const SEATS = 10;
const LETTERS = 'abcdefghij';

test('fifty people are locked out in mid-drag: nobody sees what comes too late, nobody is reset, and all go on later', async () => {
  const host = await SyncHost.start({ log: new MemoryLog(), limits: { lockGraceMs: 100 } });
  const leader = stockClient(host.syncUrl, 'leader');
  const people = Array.from({ length: 50 }, (_each, at) =>
    stockClient(host.syncUrl, `p${LETTERS[at % SEATS] ?? ''}`),
  );
  await eventually(() => [leader, ...people].every(isSynced), 'all are synced');
  addNote(leader.doc, 'n1', 'leader', '');
  await eventually(() => people.every((each) => 'n1' in objectsIn(each)), 'all have the note');

  let isDragging = true;
  const drag = setInterval(() => {
    if (isDragging) for (const { doc } of people) textOf(doc, 'n1').insert(0, 'x');
  }, 60);
  await eventually(() => textOf(leader.doc, 'n1').length > 200, 'they drag');
  await Promise.all(Array.from(LETTERS).map((letter) => host.allow(`p${letter}`, LOCKED)));
  const reverted = (): number => host.sync.metrics().reverts['read-only'] ?? 0;
  await eventually(() => reverted() > 50, 'late edits come in');
  const locked = textOf(leader.doc, 'n1').toJSON();
  const before = reverted();
  await eventually(() => reverted() > before + 50, 'more come in');
  expect(textOf(leader.doc, 'n1').toJSON()).toBe(locked);
  isDragging = false;
  clearInterval(drag);
  await eventually(() => people.every(({ doc }) => textOf(doc, 'n1').toJSON() === locked), 'all agree');

  await Promise.all(Array.from(LETTERS).map((letter) => host.allow(`p${letter}`, READ_WRITE)));
  for (const { doc } of people) textOf(doc, 'n1').insert(0, 'y');
  await eventually(
    () => [leader, ...people].every(({ doc }) => textOf(doc, 'n1').length === locked.length + 50),
    'everybody writes again',
  );
  for (const { doc } of people) expect(canonical(doc)).toEqual(canonical(leader.doc));
  expect(people.flatMap(({ closes }) => closes)).toEqual([]);
}, 120_000);
