import type { StartMessages } from '#shared/i18n/sv/start.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { JOIN_CODE_ALPHABET, JOIN_CODE_LENGTH, parseJoinCode } from '#shared/protocol/join-code.ts';

/** The code somebody typed, or what is wrong with it in words that help. */
export function readCode(typed: string, t: StartMessages['code']): Result<string, string> {
  const code = parseJoinCode(typed);
  if (code !== null) return ok(code);
  const characters = Array.from(typed.toUpperCase().replaceAll(/[\s-]/g, ''));
  if (characters.length === 0) return err(t.missing);
  const strangers = [...new Set(characters.filter((c) => !JOIN_CODE_ALPHABET.includes(c)))];
  if (characters.length === JOIN_CODE_LENGTH || strangers.length > 0) {
    return err(t.wrongCharacters(strangers.slice(0, JOIN_CODE_LENGTH).join(', ')));
  }
  return err(t.wrongLength(characters.length));
}
