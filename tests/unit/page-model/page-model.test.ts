import { describe, expect, test } from 'vitest';
import type { Box } from '#shared/content/board-object.ts';
import { objectsOf } from '#shared/content/page-document.ts';
import { overlaps } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { NINE, exchange, openLocalPage, wire } from './local-page.ts';

describe('the objects of a page', () => {
  test('what one adds, the other reads', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const id = alice.page.add('item', { fields: { title: 'Norra byn', households: 120 } });
    expect(bob.page.ids).toEqual([id]);
    const seen = bob.page.object(id);
    expect(seen?.fields).toMatchObject({ title: 'Norra byn', households: 120, needs: '' });
    expect(seen?.author).toBe('alice');
    expect(seen?.createdAt).toBeGreaterThan(NINE);
  });

  test('an object is the same value until it changes', () => {
    const { page } = openLocalPage('alice');
    const [one, other] = [page.add('note'), page.add('note')];
    const before = page.object(one);
    page.setBox(other, [5, 5, 200, 160]);
    expect(page.object(one)).toBe(before);
    page.setBox(one, [7, 7, 200, 160]);
    expect(page.object(one)).not.toBe(before);
  });

  test('moving leaves the list of ids alone', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('note');
    const { ids } = page;
    page.setBox(id, [50, 50, 200, 160]);
    page.setField(id, 'meaning', 'risk');
    expect(page.ids).toBe(ids);
  });

  test('what is added without a place lies on nothing, beside its kind', () => {
    const { page } = openLocalPage('alice');
    for (let i = 0; i < 12; i += 1) page.add(i % 3 === 0 ? 'item' : 'note');
    const boxes = page.ids.map((id): Box => page.object(id)?.box ?? [0, 0, 0, 0]);
    for (const a of boxes) for (const b of boxes) if (a !== b) expect(overlaps(a, b)).toBe(false);
  });

  test('objects keep the order they were added in, and one order when two add at once', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    const first = alice.page.add('note');
    exchange(alice, bob);
    const second = alice.page.add('note');
    const rival = bob.page.add('note');
    exchange(alice, bob);
    expect(alice.page.ids).toEqual(bob.page.ids);
    expect(alice.page.ids[0]).toBe(first);
    expect([...alice.page.ids].sort()).toEqual([first, second, rival].sort());
    const last = bob.page.add('note');
    expect(bob.page.ids.at(-1)).toBe(last);
  });

  test('a damaged order key does not keep people from adding', () => {
    const { page, doc } = openLocalPage('alice');
    const id = page.add('note');
    objectsOf(doc).get(id)?.set('order', '~damage');
    const added = page.add('note');
    expect(page.object(added)).not.toBeNull();
  });

  test('what is removed is in the bin, not gone', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const id = alice.page.add('note', { fields: { text: 'kvar' } });
    bob.page.remove([id]);
    expect(alice.page.ids).toEqual([]);
    expect(alice.page.object(id)).toBeNull();
    expect(objectsOf(alice.doc).get(id)?.get('deletedAt')).toBeTypeOf('number');
    expect(alice.page.prose(id, 'text')?.toJSON()).toBe('kvar');
  });

  test('prose set from a form changes only what differs, so that others keep what they type', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    const id = alice.page.add('note', { fields: { text: 'fiber till byn' } });
    exchange(alice, bob);
    alice.page.setField(id, 'text', 'fiber till hela byn');
    bob.page.prose(id, 'text')?.insert(0, 'Mer ');
    exchange(alice, bob);
    expect(alice.page.object(id)?.fields.text).toBe('Mer fiber till hela byn');
    expect(bob.page.object(id)?.fields.text).toBe('Mer fiber till hela byn');
  });
});

describe('the order of a page', () => {
  test('an object is put ahead of another, or last, as one step of undo', () => {
    const { page } = openLocalPage('alice');
    const [a, b, c] = [page.add('note'), page.add('item'), page.add('note')];
    page.reorder(c, a);
    expect(page.ids).toEqual([c, a, b]);
    page.reorder(c, null);
    expect(page.ids).toEqual([a, b, c]);
    page.reorder(a, c);
    expect(page.ids).toEqual([b, a, c]);
    page.undo();
    expect(page.ids).toEqual([a, b, c]);
    page.redo();
    expect(page.ids).toEqual([b, a, c]);
  });

  test('only the one that is moved gets another key', () => {
    const { page } = openLocalPage('alice');
    const [a, b, c] = [page.add('note'), page.add('note'), page.add('note')];
    const before = [a, b].map((id) => page.object(id));
    page.reorder(c, b);
    expect([a, b].map((id) => page.object(id))).toEqual(before);
  });

  test('where it is already, or beside what has gone, it stays and leaves no step behind', () => {
    const { page } = openLocalPage('alice');
    const [a, b] = [page.add('note'), page.add('note')];
    page.remove([b]);
    page.undo();
    for (const [id, before] of [
      [a, b],
      [b, null],
      [a, a],
      [a, 'nobody' as ObjectId],
      ['nobody' as ObjectId, a],
    ] as const)
      page.reorder(id, before);
    expect(page.ids).toEqual([a, b]);
    page.undo();
    expect(page.ids).toEqual([a]);
  });

  test('two who move to the same place at once see the same order, and there is room between the two', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    const ids = ['first', 'one', 'two', 'three', 'last'].map((text) =>
      alice.page.add('note', { fields: { text } }),
    );
    const [first, one, two, three, last] = ids as [ObjectId, ObjectId, ObjectId, ObjectId, ObjectId];
    alice.page.reorder(last, one);
    exchange(alice, bob);
    alice.page.reorder(two, last);
    bob.page.reorder(three, last);
    exchange(alice, bob);
    expect(alice.page.object(two)?.order).toBe(alice.page.object(three)?.order);
    expect(bob.page.ids).toEqual(alice.page.ids);
    const [, upper, lower] = alice.page.ids as [ObjectId, ObjectId, ObjectId];
    expect([upper, lower].sort()).toEqual([two, three].sort());

    alice.page.reorder(one, lower);
    expect(alice.page.ids).toEqual([first, upper, one, lower, last]);
    exchange(alice, bob);
    expect(bob.page.ids).toEqual(alice.page.ids);
    // The key that the neighbour had to change goes back with the same step.
    alice.page.undo();
    expect(alice.page.ids).toEqual([first, upper, lower, last, one]);
    expect(alice.page.object(upper)?.order).toBe(alice.page.object(lower)?.order);
  });

  test('those that share a key change places too', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    alice.page.add('note');
    bob.page.add('note');
    exchange(alice, bob);
    const [upper, lower] = alice.page.ids as [ObjectId, ObjectId];
    alice.page.reorder(lower, upper);
    expect(alice.page.ids).toEqual([lower, upper]);
    alice.page.reorder(lower, null);
    expect(alice.page.ids).toEqual([upper, lower]);
  });

  test('two who move the same one at once see it in one place', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    const [a, b, c] = [alice.page.add('note'), alice.page.add('note'), alice.page.add('note')];
    exchange(alice, bob);
    alice.page.reorder(b, a);
    bob.page.reorder(b, null);
    exchange(alice, bob);
    expect(alice.page.ids).toEqual(bob.page.ids);
    expect([
      [b, a, c],
      [a, c, b],
    ]).toContainEqual(alice.page.ids);
  });

  test('a move that somebody else has moved on is not taken back', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const [a, b, c] = [alice.page.add('note'), alice.page.add('note'), alice.page.add('note')];
    alice.page.reorder(c, a);
    bob.page.reorder(c, b);
    alice.page.undo();
    expect(alice.page.ids).toEqual([a, c, b]);
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test.each([['~damage'], ['!damage'], ['a0!']])(
    'a damaged key (%s) keeps nobody from moving past it',
    (damage) => {
      const { page, doc } = openLocalPage('alice');
      const ids = [page.add('note'), page.add('note'), page.add('note')] as const;
      objectsOf(doc).get(ids[1])?.set('order', damage);
      for (const id of ids)
        for (const before of [...page.ids, null]) {
          page.reorder(id, before);
          if (id !== before)
            expect(page.ids.indexOf(id)).toBe(before === null ? 2 : page.ids.indexOf(before) - 1);
        }
      expect([...page.ids].sort()).toEqual([...ids].sort());
    },
  );

  test('a locked page keeps its order', () => {
    const { page, session } = openLocalPage('alice');
    const [a, b] = [page.add('note'), page.add('note')];
    session.change({ locked: true });
    page.reorder(b, a);
    expect(page.ids).toEqual([a, b]);
    expect(page.notice).toEqual({ kind: 'read-only' });
  });
});

describe('what is too much', () => {
  test('a megabyte is refused before it is in the document, and said to be', () => {
    const { page, doc } = openLocalPage('alice');
    const id = page.add('note', { fields: { text: 'kort' } });
    const before = objectsOf(doc).get(id)?.toJSON();
    page.setField(id, 'text', 'x'.repeat(1024 * 1024));
    expect(objectsOf(doc).get(id)?.toJSON()).toEqual(before);
    expect(page.notice).toEqual({ kind: 'too-large' });
    page.dismissNotice();
    expect(page.notice).toBeNull();
  });

  test('a long text of a new object is left out whole, not cut', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('item', {
      fields: { title: 'Torpa', description: 'y'.repeat(OBJECT_TEXT_MAX + 1) },
    });
    expect(page.object(id)?.fields).toMatchObject({ title: 'Torpa', description: '' });
    expect(page.notice).toEqual({ kind: 'too-large' });
  });

  test('the longest text allowed is taken', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('note');
    page.setField(id, 'text', 'z'.repeat(OBJECT_TEXT_MAX));
    expect(page.object(id)?.fields.text).toHaveLength(OBJECT_TEXT_MAX);
    expect(page.notice).toBeNull();
  });
});

describe('permission', () => {
  test('a locked page takes nothing, and says so', () => {
    const { page, session, doc } = openLocalPage('alice');
    const id = page.add('note');
    session.change({ locked: true });
    expect(page.canWrite).toBe(false);
    page.setBox(id, [900, 900, 200, 160]);
    page.setField(id, 'meaning', 'risk');
    page.remove([id]);
    const refused = page.add('note');
    expect(page.notice).toEqual({ kind: 'read-only' });
    expect(page.object(refused)).toBeNull();
    expect(objectsOf(doc).size).toBe(1);
    expect(page.object(id)?.box[0]).not.toBe(900);
  });

  test("the server's word counts even before the session's news has come", () => {
    const { page, link } = openLocalPage('alice');
    link.write = false;
    expect(page.canWrite).toBe(false);
  });

  test('an edit that the server undid is explained', () => {
    const { page, link } = openLocalPage('alice');
    link.listener.onRejected('page-full');
    expect(page.notice).toEqual({ kind: 'page-full' });
  });

  test('a page that is closed to a seat tells why in the terms of the session', () => {
    const { page, link, session } = openLocalPage('alice');
    session.change({ role: 'network-head' });
    link.closed = { code: CLOSE.forbidden, reason: '' };
    expect(page.status).toBe('refused');
    expect(page.refusal).toBe('recused');
    expect(page.canWrite).toBe(false);
  });
});

describe('the save state', () => {
  const { page, link } = openLocalPage('alice');

  test.each([
    [{ connected: true, unsaved: 0 }, { kind: 'saved' }],
    [{ connected: true, unsaved: 2 }, { kind: 'saving' }],
    [
      { connected: true, unsaved: 2, stalled: true },
      { kind: 'cannot-save', changes: 2, keeps: 'device' },
    ],
    [
      { connected: false, unsaved: 3 },
      { kind: 'offline', changes: 3, keeps: 'device' },
    ],
    [
      { connected: false, unsaved: 3, keeps: 'tab' as const },
      { kind: 'offline', changes: 3, keeps: 'tab' },
    ],
    [
      { connected: false, unsaved: 0 },
      { kind: 'offline', changes: 0, keeps: 'device' },
    ],
    [
      // The page is here, from the server or from this device, and the line is just being opened.
      { connected: false, opening: true, unsaved: 0 },
      { kind: 'saved' },
    ],
    [
      { connected: false, opening: true, unsaved: 1 },
      { kind: 'offline', changes: 1, keeps: 'device' },
    ],
    [
      { connected: false, unsaved: 1, stalled: true },
      { kind: 'cannot-save', changes: 1, keeps: 'device' },
    ],
  ])('%o is told as %o', (state, told) => {
    Object.assign(
      link,
      { connected: true, opening: false, unsaved: 0, stalled: false, keeps: 'device', loaded: true },
      state,
    );
    expect(page.save).toEqual(told);
  });
});

describe('presence', () => {
  test('pointers and drags are seen by others, with name and colour of the seat', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const id = alice.page.add('note');
    bob.page.moveCursor([10.4, 20.6]);
    expect(alice.page.cursors).toEqual([{ seatId: 'bob', name: 'bob', color: 2, x: 10, y: 21 }]);
    expect(bob.page.cursors).toEqual([]);
    alice.page.showDrag(new Map([[id, [1, 2, 200, 160]]]));
    expect(bob.page.liveBoxes.get(id)).toEqual([1, 2, 200, 160]);
    expect(bob.page.object(id)?.box[0]).not.toBe(1);
  });

  test('nobody points in a crowd', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    bob.page.moveCursor([10, 20]);
    expect(alice.page.cursors).toHaveLength(1);
    alice.session.presence = {
      online: Array.from({ length: 26 }, (_, i) => `s${String(i)}`) as never,
      lost: {},
    };
    expect(alice.page.cursors).toEqual([]);
  });

  test('presence that is not of the form is passed over', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    bob.link.awareness.setLocalState({ user: { seat: 'bob' }, cursor: ['<', Infinity], drag: 3 });
    expect(alice.page.cursors).toEqual([]);
    expect([...alice.page.liveBoxes]).toEqual([]);
  });

  test('a seat that the workshop does not know shows no pointer', () => {
    const [alice, mallory] = [openLocalPage('alice'), openLocalPage('mallory')];
    wire(alice, mallory);
    mallory.page.moveCursor([1, 1]);
    expect(alice.page.cursors).toEqual([]);
  });
});

test('an id that was never there is no object', () => {
  expect(openLocalPage('alice').page.object('nowhere' as ObjectId)).toBeNull();
});

describe('what stays on the device', () => {
  test('closing a page keeps its copy', async () => {
    const { page, link, kept } = openLocalPage('alice');
    page.close();
    await Promise.resolve();
    expect(link.erased).toBe(false);
    expect(kept()).toBe(true);
  });

  test.each([{ role: 'network-head' } as const, { standing: 'removed' } as const])(
    'a page that a seat is shut out of (%o) leaves nothing when it is closed',
    async (change) => {
      const { page, session, kept } = openLocalPage('alice');
      session.change(change);
      page.close();
      await Promise.resolve();
      expect(kept()).toBe(false);
    },
  );
});
