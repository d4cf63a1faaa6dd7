import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  formatJoinCode,
  JOIN_CODE_ALPHABET,
  parseJoinCode,
  randomJoinCode,
} from '#shared/protocol/join-code.ts';

test('a code is read in any case, with spaces and hyphens', () => {
  expect(parseJoinCode(' 3ac-def ')).toBe('3ACDEF');
  expect(parseJoinCode(formatJoinCode('3ACDEF'))).toBe('3ACDEF');
});

test('what cannot be a code is not one', () => {
  for (const typed of ['', '3ACDE', '3ACDEFG', '0ACDEF', 'ÅACDEF', '3AC\u0000EF'])
    expect(parseJoinCode(typed)).toBeNull();
});

test('made codes can be read back and hold no look-alikes', () => {
  for (let i = 0; i < 500; i++) {
    const code = randomJoinCode((n) => randomBytes(n));
    expect(parseJoinCode(code)).toBe(code);
    expect(code).not.toMatch(/[0O1IL2Z5S8BUV]/);
  }
  expect(new Set(JOIN_CODE_ALPHABET).size).toBe(JOIN_CODE_ALPHABET.length);
});
