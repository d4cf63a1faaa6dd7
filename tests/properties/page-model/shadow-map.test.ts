import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { textEdit, type TextEdit } from '#client/model/bind-text-diff.ts';
import { ShadowMap } from '#client/model/bind-text-shadow.ts';

interface Act {
  readonly mine: boolean;
  readonly at: number;
  readonly remove: number;
  readonly length: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  mine: fc.boolean(),
  at: fc.nat(20),
  remove: fc.nat(3),
  length: fc.nat(3),
});

/** Characters of which each occurs once, so that every one can be followed. */
const fresh = (from: number, length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + from + i)).join('');

test('an editor that is left behind writes where its words are, and takes out nothing that others wrote', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.array(act, { maxLength: 20 }), (start, acts) => {
      const run = new Run(fresh(0, start));
      for (const each of acts) run.perform(each);
      const { text, editor, goneByOthers, byOthers, map } = run;
      const now = text.toJSON();
      // What is in the editor and was not taken out by others is in the text, in the editor's order.
      const ours = Array.from(editor).filter((character) => !goneByOthers.has(character));
      expect(Array.from(now).filter((character) => editor.includes(character))).toEqual(ours);
      // What others wrote and did not take out themselves is there too, and nothing else is.
      const theirs = [...byOthers].filter((character) => !goneByOthers.has(character));
      expect(Array.from(now).sort()).toEqual([...ours, ...theirs].sort());
      for (let caret = 1; caret <= editor.length; caret += 1) {
        const before = editor.charAt(caret - 1);
        if (!goneByOthers.has(before)) expect(now.charAt(map.caret(caret) - 1)).toBe(before);
      }
    }),
    { numRuns: 300 },
  );
});

/** One text, changed by others, and an editor that does not look. */
class Run {
  readonly text: Y.Text;
  readonly map: ShadowMap;
  readonly byOthers = new Set<string>();
  readonly goneByOthers = new Set<string>();
  editor: string;
  #next = 100;

  constructor(start: string) {
    this.text = new Y.Doc().getText('t');
    this.text.insert(0, start);
    this.editor = start;
    this.map = new ShadowMap(start.length);
    this.text.observe((event) => {
      if (event.transaction.origin === 'others') this.map.others(event.delta);
    });
  }

  perform({ mine, at, remove, length }: Act): void {
    const before = mine ? this.editor : this.text.toJSON();
    const index = Math.min(at, before.length);
    const edit = {
      index,
      remove: Math.min(remove, before.length - index),
      insert: fresh(this.#next, length),
    };
    this.#next += length;
    if (mine) this.#type(edit);
    else this.#intrude(edit);
  }

  /** As the binding does: the editor's whole new value, compared with its old one. */
  #type({ index, remove, insert }: TextEdit): void {
    const value = this.editor.slice(0, index) + insert + this.editor.slice(index + remove);
    const edit = textEdit(this.editor, value, index + insert.length);
    this.editor = value;
    if (edit !== null) for (const step of this.map.own(edit)) apply(this.text, step);
  }

  #intrude(edit: TextEdit): void {
    for (const character of this.text.toJSON().slice(edit.index, edit.index + edit.remove))
      this.goneByOthers.add(character);
    for (const character of edit.insert) this.byOthers.add(character);
    this.text.doc?.transact(() => apply(this.text, edit), 'others');
  }
}

const apply = (text: Y.Text, { index, remove, insert }: TextEdit): void => {
  text.delete(index, remove);
  text.insert(index, insert);
};
