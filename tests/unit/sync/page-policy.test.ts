import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addObject, binObject, objectsOf, restoreObject, setBox } from '#shared/content/page-document.ts';
import { OBJECT_TEXT_MAX, PAGE_OBJECTS_MAX } from '#shared/protocol/limits.ts';
import type { FieldValue, Kind } from '#shared/content/board-object.ts';
import type { RejectionCode } from '#shared/protocol/sync.ts';
import { judgeChange } from '#server/sync/page-policy.ts';
import { addNote, note, textOf } from '../../support/sync-stock-client.ts';

/** A page with a note of alice's, one of bob's, an item and a result. */
function page(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    addNote(doc, 'a1', 'alice', 'fiber');
    addNote(doc, 'b1', 'bob', 'mast');
    addObject(doc, { ...note('i1', 'bob'), kind: 'item', fields: { title: 'Byn' } });
    addObject(doc, {
      ...note('r1', 'server'),
      kind: 'result',
      fields: { pollId: 'p', placed: { question: 'x' } },
    });
  });
  return doc;
}

/** What alice is told for doing this. */
function judge(act: (doc: Y.Doc) => void, doc = page()): RejectionCode | null {
  let verdict: RejectionCode | null = null;
  doc.transact((transaction) => {
    act(doc);
    verdict = judgeChange(transaction, { seat: 'alice', leads: false });
  });
  return verdict;
}

/** What alice is told for what makes transactions of its own, as undo does. */
function judgeTransactions(doc: Y.Doc, act: () => void): readonly (RejectionCode | null)[] {
  const verdicts: (RejectionCode | null)[] = [];
  const listen = (transaction: Y.Transaction): void =>
    void verdicts.push(judgeChange(transaction, { seat: 'alice', leads: false }));
  doc.on('beforeObserverCalls', listen);
  act();
  doc.off('beforeObserverCalls', listen);
  return verdicts;
}

const map = (doc: Y.Doc, id: string): Y.Map<unknown> => {
  const object = objectsOf(doc).get(id);
  if (object === undefined) throw new Error(`no ${id}`);
  return object;
};

const set =
  (id: string, key: string, value: unknown) =>
  (doc: Y.Doc): void =>
    void map(doc, id).set(key, value);

describe('what anybody may do who may write', () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ['add a note', (doc) => addNote(doc, 'a2', 'alice', 'x')],
    ['add an item with every field', (doc) => addObject(doc, { ...note('a2', 'alice'), kind: 'item' })],
    ['add a choice', (doc) => addObject(doc, { ...note('a2', 'alice'), kind: 'choice' })],
    ['write in another’s note', (doc) => textOf(doc, 'b1').insert(0, 'x')],
    ['delete words of another’s', (doc) => textOf(doc, 'b1').delete(0, 2)],
    ['move another’s note', (doc) => setBox(map(doc, 'b1'), [-5, 0.5, 10, 10])],
    ['reorder', set('b1', 'order', 'a1V')],
    ['reorder a result', set('r1', 'order', 'a1V')],
    ['set an option', set('b1', 'meaning', 'risk')],
    ['empty an option', set('b1', 'meaning', '')],
    ['set a number', set('i1', 'households', 3_100)],
    ['set a share', set('i1', 'connectedShare', 94.5)],
    ['empty a number', set('i1', 'households', null)],
    ['set a date', set('i1', 'date', '2024-10-01')],
    ['set a line', set('i1', 'subArea', 'Sandhem')],
    ['bin another’s note', (doc) => binObject(map(doc, 'b1'), 5)],
    [
      'bin and restore',
      (doc) => {
        binObject(map(doc, 'b1'), 5);
        restoreObject(map(doc, 'b1'));
      },
    ],
    ['take back one’s own note altogether', (doc) => objectsOf(doc).delete('a1')],
    ['move a result', (doc) => setBox(map(doc, 'r1'), [1, 1, 10, 10])],
    ['bin a result', (doc) => binObject(map(doc, 'r1'), 5)],
    ['set a value to what it was', set('b1', 'author', 'bob')],
  ])('%s', (_what, act) => {
    expect(judge(act)).toBeNull();
  });

  test('take back one’s own note and put it back', () => {
    const doc = page();
    const undo = new Y.UndoManager(objectsOf(doc), { captureTimeout: 0 });
    addNote(doc, 'a2', 'alice', 'x');
    expect(judgeTransactions(doc, () => void undo.undo())).toEqual([null]);
    expect(objectsOf(doc).has('a2')).toBe(false);
    expect(judgeTransactions(doc, () => void undo.redo())).toEqual([null]);
    expect(textOf(doc, 'a2').toJSON()).toBe('x');
  });

  test('undo a move', () => {
    const doc = page();
    const undo = new Y.UndoManager(objectsOf(doc), { captureTimeout: 0 });
    setBox(map(doc, 'b1'), [9, 9, 9, 9]);
    expect(judgeTransactions(doc, () => void undo.undo())).toEqual([null]);
    expect(map(doc, 'b1').get('box')).toEqual([0, 0, 200, 160]);
  });
});

describe('what nobody may do', () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ['write under another’s name', (doc) => addNote(doc, 'x', 'bob')],
    ['write under the server’s name', (doc) => addNote(doc, 'x', 'server')],
    ['lay down a result', (doc) => addObject(doc, { ...note('x', 'alice'), kind: 'result' })],
    ['change what a result says', set('r1', 'placed', { question: 'y' })],
    ['change whose poll it is', set('r1', 'pollId', 'q')],
    ['take away a result', (doc) => objectsOf(doc).delete('r1')],
    ['take away another’s note altogether', (doc) => objectsOf(doc).delete('b1')],
    ['put one’s own note in place of another’s', (doc) => addNote(doc, 'b1', 'alice')],
    [
      'change one’s own note into another kind in passing',
      (doc) => addObject(doc, { ...note('a1', 'alice'), kind: 'item' }),
    ],
    ['backdate one’s own note in passing', (doc) => addObject(doc, { ...note('a1', 'alice'), createdAt: 1 })],
    ['make it somebody else’s', set('b1', 'author', 'alice')],
    ['turn it into another kind', set('b1', 'kind', 'item')],
    ['change when it was made', set('b1', 'createdAt', 1)],
    ['take away its kind', (doc) => map(doc, 'b1').delete('kind')],
    ['take away its place', (doc) => map(doc, 'b1').delete('box')],
    ['take away its text', (doc) => map(doc, 'b1').delete('text')],
    ['put another text in its place', set('b1', 'text', new Y.Text('x'))],
    ['put a string in place of its text', set('b1', 'text', 'x')],
    ['place it at infinity', set('b1', 'box', [0, 0, Infinity, 1])],
    ['place it nowhere', set('b1', 'box', [0, 0, NaN, 1])],
    ['give it no width', set('b1', 'box', [0, 0, 0, 1])],
    ['give it three sides', set('b1', 'box', [0, 0, 1])],
    ['give it an endless order', set('b1', 'order', 'a'.repeat(600))],
    ['give it a meaning of one’s own', set('b1', 'meaning', 'nonsense')],
    ['give it a key of one’s own', set('b1', 'nonsense', 1)],
    ['hide something in it', set('b1', 'meaning', new Y.Map([['x', 1]]))],
    ['bin it at no time', set('b1', 'deletedAt', 'yesterday')],
    ['write words for a number', set('i1', 'households', 'many')],
    ['connect more than everybody', set('i1', 'connectedShare', 101)],
    ['invent a date', set('i1', 'date', 'igår')],
    ['put a value where objects are', (doc) => void (objectsOf(doc) as Y.Map<unknown>).set('x', 5)],
    ['put a text where objects are', (doc) => void (objectsOf(doc) as Y.Map<unknown>).set('x', new Y.Text())],
    ['add an object without a kind', (doc) => void objectsOf(doc).set('x', new Y.Map())],
    [
      'add an object without a place',
      (doc) => {
        addNote(doc, 'x', 'alice');
        map(doc, 'x').delete('box');
      },
    ],
    ['use an id that is no id', (doc) => addNote(doc, 'not an id', 'alice')],
    ['write under a key of a text', (doc) => textOf(doc, 'b1').setAttribute('x', 1)],
    [
      'come from the future',
      (doc) => {
        addNote(doc, 'x', 'alice');
        map(doc, 'x').set('v', 99);
      },
    ],
  ])('%s', (_what, act) => {
    expect(judge(act)).toBe('invalid-object');
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ['in another’s note', (doc) => textOf(doc, 'b1').insert(0, 'x'.repeat(OBJECT_TEXT_MAX))],
    ['in a note of one’s own', (doc) => addNote(doc, 'x', 'alice', 'x'.repeat(OBJECT_TEXT_MAX + 1))],
    ['in a line', set('i1', 'subArea', 'x'.repeat(OBJECT_TEXT_MAX + 1))],
  ])('write more %s than a page of prose', (_where, act) => {
    expect(judge(act)).toBe('too-large');
  });

  test('a text at the limit may be replaced by another as long', () => {
    const doc = page();
    doc.transact(() => textOf(doc, 'b1').insert(0, 'x'.repeat(OBJECT_TEXT_MAX - 4)));
    expect(
      judge(() => {
        textOf(doc, 'b1').delete(0, 100);
        textOf(doc, 'b1').insert(0, 'y'.repeat(100));
      }, doc),
    ).toBeNull();
  });

  test('add to a page that is full, counting what is there and not what was', () => {
    const doc = page();
    doc.transact(() => {
      for (let n = 4; n < PAGE_OBJECTS_MAX; n += 1) objectsOf(doc).set(`f${n}`, new Y.Map());
    });
    expect(judge(() => addNote(doc, 'last', 'alice'), doc)).toBe('page-full');
    doc.transact(() => {
      objectsOf(doc).delete('last');
      objectsOf(doc).delete('f5');
    });
    expect(judge(() => addNote(doc, 'really-last', 'alice'), doc)).toBeNull();
  });

  test('an id must be fit for addresses', () => {
    expect(judge((doc) => addNote(doc, '<script>', 'alice'))).toBe('invalid-object');
  });
});

describe('what the leader has locked', () => {
  const lead = (act: (doc: Y.Doc) => void, doc: Y.Doc): RejectionCode | null => {
    let verdict: RejectionCode | null = null;
    doc.transact((transaction) => {
      act(doc);
      verdict = judgeChange(transaction, { seat: 'lisa', leads: true });
    });
    return verdict;
  };
  const locked = (): Y.Doc => {
    const doc = page();
    set('a1', 'lock', 'leader')(doc);
    return doc;
  };

  test('only a leader may lock so, and anybody against slips of the hand', () => {
    expect(judge(set('a1', 'lock', 'leader'))).toBe('locked-object');
    expect(lead(set('a1', 'lock', 'leader'), page())).toBeNull();
    expect(judge(set('a1', 'lock', 'person'))).toBeNull();
    expect(judge((doc) => addObject(doc, { ...note('a2', 'alice'), fields: { lock: 'leader' } }))).toBe(
      'locked-object',
    );
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ['move it', (doc) => setBox(map(doc, 'a1'), [0, 0, 10, 10])],
    ['put it in the bin', (doc) => binObject(map(doc, 'a1'), 5)],
    ['write in it', (doc) => textOf(doc, 'a1').insert(0, 'x')],
    ['unlock it', set('a1', 'lock', '')],
    ['unlock it by leaving the key out', (doc) => map(doc, 'a1').delete('lock')],
    ['take it away, though it is her own', (doc) => objectsOf(doc).delete('a1')],
  ])('nobody else may %s', (_what, act) => {
    expect(judge(act, locked())).toBe('locked-object');
    if (_what !== 'take it away, though it is her own') expect(lead(act, locked())).toBeNull();
  });

  test('what is not locked beside it may be changed', () => {
    expect(judge((doc) => setBox(map(doc, 'b1'), [0, 0, 10, 10]), locked())).toBeNull();
  });
});

describe('what is drawn', () => {
  const draw = (kind: Kind, fields: Readonly<Record<string, FieldValue>>) =>
    judge((doc) => addObject(doc, { ...note('d1', 'alice'), kind, fields }));

  test.each<[Kind, Readonly<Record<string, FieldValue>>]>([
    ['text', { text: '# Rubrik', scale: 'large', color: 'blue' }],
    ['shape', { form: 'diamond', text: 'Beslut', fill: 'tint', rotation: 45 }],
    ['connector', { from: 'a1', to: 'b1', fromPoint: null, toPoint: [0.5, 0], route: 'elbow' }],
    ['stroke', { points: [0, 0, 50, 10_000, 10_000, 100], tool: 'pen', color: 'red' }],
    ['frame', { title: 'Nuläge' }],
    ['image', { hash: 'a'.repeat(64), alt: 'Karta', pixelWidth: 100, pixelHeight: 50 }],
    ['stamp', { mark: 'star' }],
    ['link', { url: 'https://example.org', title: 'Mål' }],
    ['table', { title: 'Kostnader', cells: 'a\tb\n1\t2' }],
    ['note', { frame: 'f1', group: 'g1', lock: 'person' }],
  ])('a %s may be drawn', (kind, fields) => expect(draw(kind, fields)).toBeNull());

  test.each<[string, Kind, Readonly<Record<string, FieldValue>>, RejectionCode]>([
    ['a form that is none', 'shape', { form: 'spiral' }, 'invalid-object'],
    ['a turn that is no number', 'shape', { rotation: Number.NaN }, 'invalid-object'],
    ['half a point', 'stroke', { points: [1, 2] }, 'invalid-object'],
    ['points out of the box', 'stroke', { points: [10_001, 0, 0] }, 'invalid-object'],
    ['a point with fractions', 'stroke', { points: [0.5, 0, 0] }, 'invalid-object'],
    ['more points than a stroke has', 'stroke', { points: new Array(6_003).fill(1) }, 'too-large'],
    ['an end far out of sight', 'connector', { toPoint: [5_000, 0] }, 'invalid-object'],
    ['a frame that is no id', 'note', { frame: 'no id!' }, 'invalid-object'],
  ])('%s is refused', (_what, kind, fields, code) => expect(draw(kind, fields)).toBe(code));
});
