import { describe, expect, test } from 'vitest';
import { keyCommand, type KeyPress } from '#client/board/keys/key-commands.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('keys', () => {
  test.each([
    [press('ArrowLeft'), { type: 'go', dx: -1, dy: 0, far: false }],
    [press('ArrowDown', { shiftKey: true }), { type: 'go', dx: 0, dy: 1, far: true }],
    [press('Tab'), { type: 'next' }],
    [press('Tab', { shiftKey: true }), { type: 'previous' }],
    [press('Enter'), { type: 'edit' }],
    [press('Delete'), { type: 'remove' }],
    [press('Backspace'), { type: 'remove' }],
    [press('Escape'), { type: 'leave' }],
    [press(' '), { type: 'space' }],
    [press('N'), { type: 'add', kind: 'note' }],
    [press('m'), { type: 'menu' }],
    [press('F10', { shiftKey: true }), { type: 'context-menu' }],
    [press('0'), { type: 'natural-size' }],
    [press('1', { code: 'Digit1' }), { type: 'fit' }],
    [press('z', { ctrlKey: true }), { type: 'undo' }],
    [press('Z', { metaKey: true, shiftKey: true }), { type: 'redo' }],
    [press('y', { ctrlKey: true }), { type: 'redo' }],
    [press('a', { ctrlKey: true }), { type: 'select-all' }],
  ])('%o is %o', (key, command) => {
    expect(keyCommand(key)).toEqual(command);
  });

  test.each([
    press('n', { ctrlKey: true }),
    press('ArrowLeft', { altKey: true }),
    press('q'),
    press('F10'),
    press('0', { ctrlKey: true }),
  ])('%o is left to the browser', (key) => {
    expect(keyCommand(key)).toBeNull();
  });
});
