import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { movedThrough, textEdit, type TextEdit } from '#client/model/bind-text-diff.ts';

/** Few letters, so that what is typed often equals what is beside it; and pairs of surrogates that must not be split. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'å', ' ', '\n', '𝄞', '👍🏽'), { maxLength: 12 })
  .map((parts) => parts.join(''));

const applied = (before: string, edit: TextEdit | null): string =>
  edit === null ? before : before.slice(0, edit.index) + edit.insert + before.slice(edit.index + edit.remove);

const apply = (to: Y.Text, edit: TextEdit | null): void => {
  if (edit === null) return;
  to.delete(edit.index, edit.remove);
  to.insert(edit.index, edit.insert);
};

test('the edit turns the old text into the new one, wherever the caret is', () => {
  fc.assert(
    fc.property(text, text, fc.nat(20), (before, after, caret) => {
      expect(applied(before, textEdit(before, after, caret))).toBe(after);
    }),
  );
});

test('the edit never splits a character in two', () => {
  fc.assert(
    fc.property(text, text, fc.nat(20), (before, after, caret) => {
      const edit = textEdit(before, after, caret);
      const doc = new Y.Doc();
      const shared = doc.getText('t');
      shared.insert(0, before);
      apply(shared, edit);
      // Yjs puts U+FFFD in the place of half a character.
      expect(shared.toJSON()).toBe(after);
    }),
  );
});

test('what is typed at the caret is found at the caret', () => {
  fc.assert(
    fc.property(text, text, text, (left, right, typed) => {
      fc.pre(typed !== '');
      const edit = textEdit(left + right, left + typed + right, (left + typed).length);
      expect(edit?.remove).toBe(0);
      expect(applied(left + right, edit)).toBe(left + typed + right);
      expect((edit?.index ?? 0) + (edit?.insert.length ?? 0)).toBe((left + typed).length);
    }),
  );
});

test('two people who type at once end up with the same text, with all that either typed', () => {
  fc.assert(
    fc.property(text, text, text, fc.nat(12), fc.nat(12), (start, one, two, at, other) => {
      const [a, b] = [new Y.Doc(), new Y.Doc()];
      a.getText('t').insert(0, start);
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
      typeInto(a.getText('t'), one, at);
      typeInto(b.getText('t'), two, other);
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
      const merged = a.getText('t').toJSON();
      expect(b.getText('t').toJSON()).toBe(merged);
      expect(merged).toHaveLength(start.length + one.length + two.length);
      expect(merged).toContain(one);
    }),
  );
});

test('an index moved through a change stays on the same character', () => {
  fc.assert(
    fc.property(text, text, text, fc.nat(30), (start, inserted, tail, at) => {
      const doc = new Y.Doc();
      const shared = doc.getText('t');
      shared.insert(0, start + tail);
      const index = Math.min(at, start.length + tail.length);
      let told: number | null = null;
      shared.observe((event) => (told = movedThrough(index, event.delta)));
      doc.transact(() => {
        shared.insert(start.length + tail.length, inserted);
        shared.insert(0, inserted);
      });
      if (inserted === '') expect(told).toBeNull();
      else expect(told).toBe(index === 0 ? 0 : index + inserted.length);
    }),
  );
});

/** As an editor does: the whole new text, compared with the old. Inserts between characters, not within one. */
function typeInto(shared: Y.Text, typed: string, at: number): void {
  const characters = Array.from(shared.toJSON());
  const left = characters.slice(0, at).join('');
  const right = characters.slice(at).join('');
  apply(shared, textEdit(left + right, left + typed + right, (left + typed).length));
}
