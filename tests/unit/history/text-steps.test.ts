import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { TextSteps } from '#server/history/text-steps.ts';

function changed(from: string, to: string): { readonly result: string; readonly typed: number } {
  const doc = new Y.Doc();
  const text = doc.getText();
  text.insert(0, from);
  let typed = 0;
  text.observe(({ delta }) => {
    for (const { insert } of delta) typed += typeof insert === 'string' ? insert.length : 0;
  });
  const steps = new TextSteps();
  steps.replace(from, to);
  steps.applyTo(text);
  return { result: text.toJSON(), typed };
}

test('only what differs is written', () => {
  expect(changed('fiber till byn', 'fiber snabbt till byn')).toEqual({
    result: 'fiber snabbt till byn',
    typed: 7,
  });
  expect(changed('aaa', 'aa')).toEqual({ result: 'aa', typed: 0 });
  expect(changed('', '')).toEqual({ result: '', typed: 0 });
});

test('a surrogate pair is replaced whole', () => {
  expect(changed('bra 😀', 'bra 😁')).toEqual({ result: 'bra 😁', typed: 2 });
});

test('any text becomes any other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '😁', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      expect(changed(from, to).result).toBe(to);
    }),
  );
});
