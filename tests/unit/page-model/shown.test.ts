import { expect, test } from 'vitest';
import { parseShown } from '#client/model/page-model-shown.ts';

const SHOWN = {
  user: { seat: 'alice' },
  cursor: [1, 2],
  drag: { note: [0, 0, 240, 120] },
  ink: null,
  about: { selected: ['note'] },
};

test('what others show is read', () => {
  expect(parseShown(SHOWN)).toEqual(SHOWN);
  expect(parseShown({ ...SHOWN, cursor: null, drag: null })).toEqual({ ...SHOWN, cursor: null, drag: null });
});

test('a line that is drawn is handed on as it came, and what is no line is none', () => {
  expect(parseShown({ ...SHOWN, ink: { line: 1 } })?.ink).toEqual({ line: 1 });
  for (const ink of [undefined, 'line', [1, 2]]) expect(parseShown({ ...SHOWN, ink })?.ink).toBeNull();
});

test('what is more than that is left out', () => {
  expect(parseShown({ ...SHOWN, user: { seat: 'alice', name: 'Bob' }, script: '' })).toEqual(SHOWN);
});

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['no user', { ...SHOWN, user: null }],
  ['no seat', { ...SHOWN, user: {} }],
  ['a seat longer than any', { ...SHOWN, user: { seat: 'a'.repeat(41) } }],
  ['no cursor', { user: SHOWN.user, drag: null }],
  ['a cursor of one number', { ...SHOWN, cursor: [1] }],
  ['a cursor of text', { ...SHOWN, cursor: ['1', '2'] }],
  ['a cursor nowhere', { ...SHOWN, cursor: [0, Infinity] }],
  ['a drag of a list', { ...SHOWN, drag: [[0, 0, 1, 1]] }],
  ['a drag of a box with three sides', { ...SHOWN, drag: { note: [0, 0, 1] } }],
  ['a drag of a box that is none', { ...SHOWN, drag: { note: [0, 0, 1, Number.NaN] } }],
])('%s is not shown', (_what, state) => {
  expect(parseShown(state)).toBeNull();
});

test('what a tab of another version leaves out, or gets wrong, is nothing', () => {
  const { user, cursor, drag } = SHOWN;
  const nothing = { user, cursor, drag, ink: null, about: null };
  expect(parseShown({ user, cursor, drag })).toEqual(nothing);
  expect(parseShown({ user, cursor, drag, about: 'here' })).toEqual(nothing);
});
