import type { RandomBytes } from '#shared/kernel/ids.ts';

/**
 * Characters of a join code. No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: a code is read from a projector, said aloud and typed on a
 * phone. 22 letters and digits to the sixth power are 113 million codes; guessing is rate-limited besides.
 */
export const JOIN_CODE_ALPHABET = '34679ACDEFGHJKMNPQRTWX';
export const JOIN_CODE_LENGTH = 6;

/** What a person typed, as a code: case, spaces and hyphens do not matter. `null` when it cannot be one. */
export function parseJoinCode(input: string): string | null {
  const code = input.toUpperCase().replaceAll(/[\s-]/g, '');
  const valid =
    code.length === JOIN_CODE_LENGTH &&
    Array.from(code).every((character) => JOIN_CODE_ALPHABET.includes(character));
  return valid ? code : null;
}

/** As shown: two groups of three, which people can hold in mind. */
export const formatJoinCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** Draws by rejection so that every character is equally likely. */
export function randomJoinCode(random: RandomBytes): string {
  const fair = 256 - (256 % JOIN_CODE_ALPHABET.length);
  let code = '';
  while (code.length < JOIN_CODE_LENGTH) {
    for (const byte of random(16)) {
      if (byte < fair && code.length < JOIN_CODE_LENGTH) {
        code += JOIN_CODE_ALPHABET.charAt(byte % JOIN_CODE_ALPHABET.length);
      }
    }
  }
  return code;
}
