import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import { binObject, objectsOf } from '#shared/content/page-document.ts';
import { HistoryRoom } from '../../support/history-room.ts';
import { textOf } from '../../support/sync-stock-client.ts';

/** A page with a note of Alice's; Bob is reverted from the moment after it. */
async function table() {
  const room = await HistoryRoom.open();
  const [alice, bob, carol] = room.people;
  const people = { alice: must(alice, 'alice'), bob: must(bob, 'bob'), carol: must(carol, 'carol') };
  people.alice.add(1);
  const note = textOf(people.alice.doc, 'alice-1');
  note.delete(0, 1);
  note.insert(0, 'fiber till byn');
  await room.settle();
  const since = room.now;
  room.pass();
  return {
    room,
    ...people,
    revert: async () => {
      await room.settle();
      await room.revert('bob', since);
      await room.settle();
    },
    text: (id = 'alice-1') => textOf(room.room.doc, id).toJSON(),
    value: (key: string, id = 'alice-1') => objectsOf(room.room.doc).get(id)?.get(key),
  };
}

const set = (doc: Y.Doc, key: string, value: unknown, id = 'alice-1'): void =>
  void objectsOf(doc).get(id)?.set(key, value);

describe('reverting a seat', () => {
  test('gives back a field the value it had before, however often the seat has changed it', async () => {
    const { bob, revert, value } = await table();
    set(bob.doc, 'meaning', 'risk');
    set(bob.doc, 'meaning', 'question');

    await revert();

    expect(value('meaning')).toBe('idea');
  });

  test('leaves a field that somebody else has changed since', async () => {
    const { room, bob, alice, revert, value } = await table();
    set(bob.doc, 'meaning', 'risk');
    await room.settle();
    set(alice.doc, 'meaning', 'need');

    await revert();

    expect(value('meaning')).toBe('need');
  });

  test('goes back to what somebody else had made of a field between two changes of the seat', async () => {
    const { room, bob, alice, revert, value } = await table();
    set(bob.doc, 'meaning', 'risk');
    await room.settle();
    set(alice.doc, 'meaning', 'need');
    await room.settle();
    set(bob.doc, 'meaning', 'question');

    await revert();

    expect(value('meaning')).toBe('need');
  });

  test('leaves a value that somebody else has chosen too', async () => {
    const { room, bob, alice, revert, value } = await table();
    set(bob.doc, 'meaning', 'risk');
    await room.settle();
    set(alice.doc, 'meaning', 'risk');

    await revert();

    expect(value('meaning')).toBe('risk');
  });

  test('takes out what the seat has typed and puts back what it has deleted, around what others wrote', async () => {
    const { room, alice, bob, revert, text } = await table();
    textOf(bob.doc, 'alice-1').delete(0, 5);
    textOf(bob.doc, 'alice-1').insert(0, 'koppar');
    await room.settle();
    textOf(alice.doc, 'alice-1').insert(6, ' snabbt');

    await revert();

    expect(text()).toBe('fiber snabbt till byn');
  });

  test('does not bring back twice what a restore has brought back', async () => {
    const { room, bob, revert, text } = await table();
    const before = room.now;
    room.pass();
    textOf(bob.doc, 'alice-1').delete(0, 6);
    await room.settle();
    await room.restore(before);

    await revert();

    expect(text()).toBe('fiber till byn');
  });

  test('puts what the seat has made in the bin, with its words', async () => {
    const { bob, revert, text, value } = await table();
    bob.add(3);

    await revert();

    expect(value('deletedAt', 'bob-1')).toEqual(expect.any(Number));
    expect(text('bob-1')).toBe('bbb');
  });

  test('bins it though somebody has moved it', async () => {
    const { room, alice, bob, revert, value } = await table();
    bob.add(3);
    await room.settle();
    set(alice.doc, 'box', [9, 9, 10, 10], 'bob-1');

    await revert();

    expect(value('deletedAt', 'bob-1')).toEqual(expect.any(Number));
  });

  test('keeps in place what others have written in what it made', async () => {
    const { room, alice, bob, revert, text, value } = await table();
    bob.add(3);
    await room.settle();
    textOf(alice.doc, 'bob-1').insert(3, ' ja');

    await revert();

    expect(value('deletedAt', 'bob-1')).toBeUndefined();
    expect(text('bob-1')).toBe(' ja');
  });

  test('takes out of the bin what the seat has put there', async () => {
    const { bob, revert, value } = await table();
    binObject(must(objectsOf(bob.doc).get('alice-1'), 'the note'), 5);

    await revert();

    expect(value('deletedAt')).toBeUndefined();
  });

  test('brings back an object the seat has taken back, with what others had written in it', async () => {
    const { room, alice, bob } = await table();
    bob.add(2);
    await room.settle();
    textOf(alice.doc, 'bob-1').insert(2, ' ja');
    await room.settle();
    const since = room.now;
    room.pass();
    textOf(bob.doc, 'bob-1').insert(0, 'nej ');
    bob.undo.clear();
    objectsOf(bob.doc).delete('bob-1');
    await room.settle();

    await room.revert('bob', since);

    expect(textOf(room.room.doc, 'bob-1').toJSON()).toBe('bb ja');
    expect(objectsOf(room.room.doc).get('bob-1')?.get('author')).toBe('bob');
  });

  test('is not escaped by having a forbidden edit undone, which writes the words anew', async () => {
    const { room, bob, revert, text } = await table();
    textOf(bob.doc, 'alice-1').insert(0, 'strunt: ');
    await room.settle();
    textOf(bob.doc, 'alice-1').delete(0, 8);
    room.room.offer(Y.encodeStateAsUpdate(bob.doc, Y.encodeStateVector(room.room.doc)), 'bob', false);
    await room.settle();
    expect(text()).toBe('strunt: fiber till byn');

    await revert();

    expect(text()).toBe('fiber till byn');
  });

  test('leaves what has come since the changes were looked up', async () => {
    const { room, alice, bob, value } = await table();
    set(bob.doc, 'meaning', 'risk');
    await room.settle();
    const rewind = must(await room.rewinds.reverting('w1' as never, 'p1', 'bob' as never, 0), 'a page');
    set(alice.doc, 'meaning', 'need');
    await room.settle();

    await rewind(room.now);

    expect(value('meaning')).toBe('need');
  });

  test('writes nothing when there is nothing to revert', async () => {
    const { room, revert } = await table();
    const { seq } = must(await room.history.span('w1/page/p1'), 'a page');

    await revert();

    expect((await room.history.span('w1/page/p1'))?.seq).toBe(seq);
  });
});
