import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import { TOOL_KEYS } from '../../tools/tool-keys.ts';

/** The tool's name, with the letter that takes it. */
export function toolHint(t: BoardMessages, name: keyof BoardMessages['toolNames']): string {
  const keys: Readonly<Partial<Record<typeof name, string>>> = TOOL_KEYS;
  const key = keys[name];
  return key === undefined ? t.toolNames[name] : `${t.toolNames[name]} (${key.toUpperCase()})`;
}
