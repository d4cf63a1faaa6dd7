import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { CommandKey } from './command-key.ts';

type KeyNames = BoardMessages['commands']['keyNames'];

/** Keyboards of Apple's have Command where others have Ctrl. */
const hasCommandKey = (): boolean => /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent);

/** What is printed on the keys, in the reader's language: `Ctrl+Skift+G`. */
export function keyLabel(names: KeyNames, { key, ctrl, shift }: CommandKey): string {
  const held = [
    ctrl === true ? (hasCommandKey() ? names.command : names.ctrl) : '',
    shift === true ? names.shift : '',
  ];
  return [...held, nameOf(names, key)].filter(Boolean).join('+');
}

const nameOf = (names: KeyNames, key: string): string =>
  (names as Readonly<Record<string, string | undefined>>)[key] ?? key.toUpperCase();

/** As `aria-keyshortcuts` wants it. */
export const ariaKey = ({ key, ctrl, shift }: CommandKey): string =>
  [ctrl === true ? 'Control' : '', shift === true ? 'Shift' : '', key.length === 1 ? key.toUpperCase() : key]
    .filter(Boolean)
    .join('+');
