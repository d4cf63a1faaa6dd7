import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { OBJECT_TEXT_MAX, PAGE_OBJECTS_MAX, UPDATE_MAX_BYTES } from '#shared/protocol/limits.ts';
import { openLocalPage, wire } from './local-page.ts';

const BOX = [0, 0, 200, 160] as const;

describe('what is done as one', () => {
  test('is taken back and done again as one step, also where it was typed', () => {
    const { page } = openLocalPage('alice');
    const kept = page.add('note', { fields: { text: 'Fiber' } });
    const other = page.add('note', { fields: { text: 'Fibrer' } });
    page.asOne(() => {
      page.setField(kept, 'text', 'Fiber\nFibrer');
      page.setField(kept, 'meaning', 'idea');
      page.remove([other]);
    });
    page.undo();
    expect(page.object(kept)?.fields).toMatchObject({ text: 'Fiber', meaning: '' });
    expect(page.object(other)).not.toBeNull();
    page.redo();
    expect(page.object(kept)?.fields).toMatchObject({ text: 'Fiber\nFibrer', meaning: 'idea' });
    expect(page.object(other)).toBeNull();
    page.undo();
    expect(page.object(kept)?.fields).toMatchObject({ text: 'Fiber', meaning: '' });
    page.undo();
    expect(page.object(other)).toBeNull();
    expect(page.object(kept)).not.toBeNull();
  });

  test('is taken back in part where others have changed the rest, and that is said', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const one = alice.page.add('note');
    const two = alice.page.add('note');
    alice.page.asOne(() => {
      alice.page.setField(one, 'meaning', 'idea');
      alice.page.setField(two, 'meaning', 'idea');
    });
    bob.page.setField(two, 'meaning', 'risk');
    alice.page.undo();
    expect(alice.page.object(one)?.fields.meaning).toBe('');
    expect(alice.page.object(two)?.fields.meaning).toBe('risk');
    expect(alice.page.notice?.kind).toBe('overtaken');
  });

  test('is no step when nothing was done', () => {
    const { page } = openLocalPage('alice');
    page.asOne(() => undefined);
    expect(page.canUndo).toBe(false);
  });
});

describe('many objects', () => {
  test('are added in their order, in updates that the server takes, as one step', () => {
    const { page, doc } = openLocalPage('alice');
    const sizes: number[] = [];
    doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength));
    const text = 'å'.repeat(OBJECT_TEXT_MAX);
    const ids = page.addAll(Array.from({ length: 60 }, () => ({ kind: 'note', box: BOX, fields: { text } })));
    expect(page.ids).toEqual(ids);
    expect(Math.max(...sizes)).toBeLessThan(UPDATE_MAX_BYTES);
    expect(sizes.length).toBeGreaterThan(1);
    page.undo();
    expect(page.ids).toEqual([]);
    page.redo();
    expect(page.ids).toEqual(ids);
  });

  test('are none when the page has no room for all of them', () => {
    const { page, doc } = openLocalPage('alice');
    doc.transact(() => {
      const filler = (i: number) =>
        new Y.Map<unknown>(
          Object.entries({ kind: 'note', v: 1, box: [...BOX], order: `a${i}`, author: 'bob', createdAt: 1 }),
        );
      for (let i = 0; i < PAGE_OBJECTS_MAX - 1; i += 1) objectsOf(doc).set(`o${i}`, filler(i));
    }, 'wire');
    const two = [BOX, BOX].map((box) => ({ kind: 'note', box }) as const);
    expect(page.addAll(two)).toEqual([]);
    expect(page.notice?.kind).toBe('page-full');
    expect(page.addAll(two.slice(1))).toHaveLength(1);
  });
});
