import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { objectsOf } from '#shared/content/page-document.ts';
import { TYPING } from '#client/model/undo-origin.ts';
import { exchange, openLocalPage, type TestPage } from '../../unit/page-model/local-page.ts';

interface Act {
  readonly what: 'add' | 'move' | 'mean' | 'type' | 'erase' | 'bin' | 'undo' | 'redo';
  readonly object: number;
  readonly value: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('add', 'move', 'mean', 'type', 'erase', 'bin', 'undo', 'redo'),
  object: fc.nat(3),
  value: fc.nat(99),
});

test('taking everything back and doing it again gives the same page, when nobody else is there', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const alice = openLocalPage('alice');
      for (const each of acts.filter(({ what }) => what !== 'undo' && what !== 'redo')) perform(alice, each);
      const before = snapshot(alice);
      while (alice.page.canUndo) alice.page.undo();
      expect(alice.page.ids).toEqual([]);
      while (alice.page.canRedo) alice.page.redo();
      expect(snapshot(alice)).toEqual(before);
      expect(alice.page.notice).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test("two people who undo as they please converge, and never change a value that was the other's last", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), act, fc.boolean()), { maxLength: 40 }), (acts) => {
      const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
      const lastBy = new Map<string, TestPage>();
      for (const [isAlice, each, meet] of acts) {
        const [actor, other] = isAlice ? [alice, bob] : [bob, alice];
        const before = values(actor);
        perform(actor, each);
        for (const [key, value] of values(actor)) {
          if (before.get(key) === value) continue;
          const isUndo = each.what === 'undo' || each.what === 'redo';
          if (isUndo) expect(lastBy.get(key), `${key} by ${each.what}`).not.toBe(other);
          lastBy.set(key, actor);
        }
        // In step after each act: who was last is then no matter of clocks.
        exchange(alice, bob);
        if (meet) expect(snapshot(alice)).toEqual(snapshot(bob));
      }
      expect(snapshot(alice)).toEqual(snapshot(bob));
    }),
    { numRuns: 60 },
  );
});

test('two people who undo out of each other’s sight converge when they meet', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), act, fc.nat(5)), { maxLength: 40 }), (acts) => {
      const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
      for (const [isAlice, each, meet] of acts) {
        perform(isAlice ? alice : bob, each);
        if (meet === 0) exchange(alice, bob);
      }
      exchange(alice, bob);
      expect(snapshot(alice)).toEqual(snapshot(bob));
      // Objects are binned, never deleted: nobody's words go with them.
      expect(objectsOf(alice.doc).size).toBe([...objectsOf(bob.doc).keys()].length);
    }),
    { numRuns: 60 },
  );
});

function perform({ page, doc }: TestPage, { what, object, value }: Act): void {
  const id: ObjectId | undefined = page.ids[object % Math.max(1, page.ids.length)];
  if (what === 'add') page.add('note', { box: [value, 0, 200, 160] });
  if (what === 'undo') page.undo();
  if (what === 'redo') page.redo();
  if (id === undefined) return;
  const text = page.prose(id, 'text');
  if (what === 'move') page.setBox(id, [value, value, 200, 160]);
  if (what === 'mean') page.setField(id, 'meaning', value % 2 === 0 ? 'idea' : 'risk');
  if (what === 'bin') page.remove([id]);
  if (what === 'type')
    doc.transact(() => text?.insert(value % (text.length + 1), `${String(value)} `), TYPING);
  if (what === 'erase' && text !== null && text.length > 0)
    doc.transact(() => text.delete(value % text.length, 1), TYPING);
}

const snapshot = ({ page }: TestPage): unknown =>
  page.ids.map((id) => ({ ...page.object(id), createdAt: 0, deletedAt: null }));

/** Each value of each object by name, the bin included; texts left out, which several people own together. */
const values = ({ doc }: TestPage): ReadonlyMap<string, string> =>
  new Map(
    [...objectsOf(doc)].flatMap(([id, map]) =>
      ['box', 'meaning', 'deletedAt'].map(
        (key) => [`${id}/${key}`, JSON.stringify(map.get(key) ?? null)] as const,
      ),
    ),
  );
