import { describe, expect, test } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { objectsOf } from '#shared/content/page-document.ts';
import { TYPING } from '#client/model/undo-origin.ts';
import { openLocalPage, wire, type TestPage } from './local-page.ts';

const pair = (): readonly [TestPage, TestPage] => {
  const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
  wire(alice, bob);
  return [alice, bob];
};

const xOf = ({ page }: TestPage, id: ObjectId): number | undefined => page.object(id)?.box[0];

const moveTo = ({ page }: TestPage, id: ObjectId, x: number): void => page.setBox(id, [x, 0, 200, 160]);

const type = ({ page, doc }: TestPage, id: ObjectId, text: string): void =>
  doc.transact(() => {
    const prose = page.prose(id, 'text');
    prose?.insert(prose.length, text);
  }, TYPING);

const textOf = ({ page }: TestPage, id: ObjectId): unknown => page.object(id)?.fields.text;

describe('undo', () => {
  test('takes back one gesture at a time, and does it again', () => {
    const { page } = openLocalPage('alice');
    const ids = [page.add('note'), page.add('note')] as const;
    page.setBoxes(new Map(ids.map((id) => [id, [500, 0, 200, 160]])));
    page.setField(ids[0], 'meaning', 'risk');
    page.undo();
    expect(page.object(ids[0])?.fields.meaning).toBe('');
    page.undo();
    for (const id of ids) expect(page.object(id)?.box[0]).not.toBe(500);
    page.redo();
    for (const id of ids) expect(page.object(id)?.box[0]).toBe(500);
    page.redo();
    expect(page.object(ids[0])?.fields.meaning).toBe('risk');
    expect(page.canRedo).toBe(false);
  });

  test('takes back only what this person did', () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    const other = bob.page.add('note');
    moveTo(alice, id, 100);
    moveTo(bob, other, 300);
    bob.page.setField(id, 'meaning', 'idea');
    alice.page.undo();
    expect(xOf(bob, id)).not.toBe(100);
    expect(xOf(bob, other)).toBe(300);
    expect(bob.page.object(id)?.fields.meaning).toBe('idea');
    expect(alice.page.notice).toBeNull();
  });

  test("leaves another's move alone, says so, and does not go on to an older step", () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    const elsewhere = alice.page.add('note');
    moveTo(alice, elsewhere, 50);
    moveTo(alice, id, 100);
    moveTo(bob, id, 200);
    alice.page.undo();
    expect(xOf(alice, id)).toBe(200);
    expect(xOf(alice, elsewhere)).toBe(50);
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
    alice.page.undo();
    expect(xOf(alice, elsewhere)).not.toBe(50);
  });

  test("does not take back another's move by way of one's own later one", () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    moveTo(alice, id, 100);
    moveTo(bob, id, 200);
    moveTo(alice, id, 300);
    alice.page.undo();
    expect(xOf(alice, id)).toBe(200);
    alice.page.undo();
    expect(xOf(alice, id)).toBe(200);
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test('takes back the part of a gesture that nobody has touched since', () => {
    const [alice, bob] = pair();
    const [one, two] = [alice.page.add('note'), alice.page.add('note')];
    const before = xOf(alice, two);
    alice.page.setBoxes(
      new Map([
        [one, [700, 0, 200, 160]],
        [two, [900, 0, 200, 160]],
      ]),
    );
    moveTo(bob, one, 40);
    alice.page.undo();
    expect(xOf(alice, one)).toBe(40);
    expect(xOf(alice, two)).toBe(before);
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test('bins what was added, and brings it back', () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note', { fields: { text: 'hej' } });
    alice.page.undo();
    expect(bob.page.ids).toEqual([]);
    expect(objectsOf(bob.doc).has(id)).toBe(true);
    alice.page.redo();
    expect(textOf(bob, id)).toBe('hej');
  });

  test('does not take away an object that another has written in', () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    type(bob, id, 'mitt bidrag');
    alice.page.undo();
    expect(textOf(alice, id)).toBe('mitt bidrag');
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test('brings back what one removed', () => {
    const [alice, bob] = pair();
    const id = bob.page.add('note', { fields: { text: 'kvar' } });
    alice.page.remove([id]);
    alice.page.undo();
    expect(textOf(bob, id)).toBe('kvar');
    expect(bob.page.ids).toEqual([id]);
  });

  test("takes back one's own words out of a shared text", () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    type(alice, id, 'fiber ');
    type(bob, id, 'nu ');
    alice.page.undo();
    expect(textOf(bob, id)).toBe('nu ');
    alice.page.redo();
    expect(textOf(bob, id)).toContain('fiber ');
    expect(textOf(bob, id)).toContain('nu ');
  });

  test('words that another has deleted are gone; older words stay', () => {
    const [alice, bob] = pair();
    const [old, id] = [alice.page.add('note'), alice.page.add('note')];
    type(alice, old, 'äldre');
    alice.page.setField(id, 'meaning', 'idea');
    type(alice, id, 'bort');
    bob.page.prose(id, 'text')?.delete(0, 4);
    alice.page.undo();
    expect(textOf(alice, old)).toBe('äldre');
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test('words in an object that is in the bin by now are left as they are', () => {
    const [alice, bob] = pair();
    const id = alice.page.add('note');
    type(alice, id, 'hej');
    bob.page.remove([id]);
    alice.page.undo();
    expect(alice.page.prose(id, 'text')?.toJSON()).toBe('hej');
    expect(alice.page.notice).toEqual({ kind: 'overtaken' });
  });

  test('typing and moves are taken back in the order they were done', () => {
    const { page, ...rest } = openLocalPage('alice');
    const alice = { page, ...rest };
    const id = page.add('note');
    type(alice, id, 'ett');
    moveTo(alice, id, 100);
    type(alice, id, ' två');
    page.undo();
    expect(textOf(alice, id)).toBe('ett');
    page.undo();
    expect(xOf(alice, id)).not.toBe(100);
    page.undo();
    expect(textOf(alice, id)).toBe('');
    page.redo();
    page.redo();
    page.redo();
    expect(textOf(alice, id)).toBe('ett två');
    expect(xOf(alice, id)).toBe(100);
  });

  test('something new makes what was taken back unreachable', () => {
    const alice = openLocalPage('alice');
    const id = alice.page.add('note');
    type(alice, id, 'ett');
    alice.page.undo();
    moveTo(alice, id, 100);
    expect(alice.page.canRedo).toBe(false);
    alice.page.redo();
    expect(textOf(alice, id)).toBe('');
  });

  test('setting a value that is so already is no step', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('note', { box: [1, 2, 3, 4] });
    page.setBox(id, [1, 2, 3, 4]);
    page.setField(id, 'meaning', '');
    page.undo();
    expect(page.object(id)).toBeNull();
    expect(page.canUndo).toBe(false);
  });
});
