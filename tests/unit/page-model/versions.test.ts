import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { judgeChange } from '#server/sync/page-policy.ts';
import type { RejectionCode } from '#shared/protocol/sync.ts';
import { openLocalPage, wire } from './local-page.ts';

const FROM_LATER = { box: [0, 0, 200, 160], order: 'a1', author: 'bob', createdAt: 1 };
const HOLOGRAM = 'hologram' as ObjectId;
const NEWER_NOTE = 'newer-note' as ObjectId;

/** What a later version of the program has put on the page: a kind that this one does not know, and a note with more to it. */
function addFromLater(doc: Y.Doc): void {
  doc.transact(() => {
    put(doc, HOLOGRAM, { ...FROM_LATER, kind: 'hologram', v: 1, depth: 40, text: new Y.Text('Djup') });
    put(doc, NEWER_NOTE, {
      ...FROM_LATER,
      kind: 'note',
      v: 7,
      text: new Y.Text('Ny'),
      meaning: 'dream',
      sparkle: true,
    });
  });
}

function put(doc: Y.Doc, id: string, values: Readonly<Record<string, unknown>>): void {
  const map = new Y.Map(Object.entries(values));
  objectsOf(doc).set(id, map);
}

const stored = (doc: Y.Doc, id: string): unknown => objectsOf(doc).get(id)?.toJSON();

describe('a tab from before an upgrade, on a page from after it', () => {
  test('does not show a kind that it does not know, says that it is there, and leaves it whole', () => {
    const { page, doc } = openLocalPage('alice');
    addFromLater(doc);
    const before = stored(doc, HOLOGRAM);
    const own = page.add('note', { fields: { text: 'Egen' } });
    expect(page.ids).toEqual([NEWER_NOTE, own]);
    expect(page.unknown).toBe(1);

    page.setBox(own, [400, 0, 200, 160]);
    page.setFields([own, NEWER_NOTE, HOLOGRAM], 'meaning', 'risk');
    page.reorder(own, NEWER_NOTE);
    page.remove([own, HOLOGRAM]);
    page.undo();
    page.undo();
    page.redo();
    expect(stored(doc, HOLOGRAM)).toEqual(before);
  });

  test('reads of a newer object what it knows, and keeps the rest through its own edits', () => {
    const { page, doc } = openLocalPage('alice');
    addFromLater(doc);
    expect(page.object(NEWER_NOTE)?.fields).toMatchObject({ text: 'Ny', meaning: '' });
    page.setBox(NEWER_NOTE, [10, 10, 200, 160]);
    page.setField(NEWER_NOTE, 'text', 'Ny text');
    page.remove([NEWER_NOTE]);
    page.undo();
    expect(stored(doc, NEWER_NOTE)).toMatchObject({
      v: 7,
      text: 'Ny text',
      meaning: 'dream',
      sparkle: true,
      box: [10, 10, 200, 160],
    });
  });

  test('stops counting what it does not know once that is in the bin', () => {
    const { page, doc } = openLocalPage('alice');
    addFromLater(doc);
    must(objectsOf(doc).get(HOLOGRAM), 'the hologram').set('deletedAt', 2);
    expect(page.unknown).toBe(0);
  });
});

describe('a tab from after an upgrade, on a page from before it', () => {
  test('reads and edits an object that lacks what has been added since', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    put(alice.doc, 'old-shape', {
      ...FROM_LATER,
      author: 'alice',
      kind: 'shape',
      v: 1,
      text: new Y.Text('Gammal'),
    });
    const id = 'old-shape' as ObjectId;
    expect(bob.page.object(id)?.fields).toMatchObject({ text: 'Gammal', form: '', rotation: null });
    bob.page.setField(id, 'form', 'diamond');
    bob.page.setField(id, 'text', 'Ny');
    expect(alice.page.object(id)?.fields).toMatchObject({ text: 'Ny', form: 'diamond' });
  });
});

describe('a server from before an upgrade', () => {
  const judge = (doc: Y.Doc, act: () => void): RejectionCode | null => {
    let verdict: RejectionCode | null = null;
    doc.transact((transaction) => {
      act();
      verdict = judgeChange(transaction, { seat: 'alice', leads: false });
    });
    return verdict;
  };

  test('keeps what it does not know, and takes edits of everything else', () => {
    const doc = new Y.Doc();
    addFromLater(doc);
    const before = stored(doc, HOLOGRAM);
    const note = must(objectsOf(doc).get(NEWER_NOTE), 'the note');
    expect(judge(doc, () => note.set('box', [5, 5, 200, 160]))).toBeNull();
    expect(judge(doc, () => note.set('deletedAt', 5))).toBeNull();
    expect(stored(doc, HOLOGRAM)).toEqual(before);
  });

  test('says no to what it cannot judge, rather than store it unseen', () => {
    const doc = new Y.Doc();
    addFromLater(doc);
    const hologram = must(objectsOf(doc).get(HOLOGRAM), 'the hologram');
    expect(judge(doc, () => hologram.set('depth', 50))).toBe('invalid-object');
  });
});
