import type { AddableKind } from '#shared/modules/module-kinds.ts';
import { toolOfKey } from '../tools/tool-keys.ts';
import type { Tool } from '../tools/tool.ts';

/** What a key asks of the board. */
export type KeyCommand =
  | { readonly type: 'go'; readonly dx: number; readonly dy: number; readonly far: boolean }
  | { readonly type: 'next' }
  | { readonly type: 'previous' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }
  | { readonly type: 'edit' }
  | { readonly type: 'menu' }
  | { readonly type: 'context-menu' }
  | { readonly type: 'space' }
  | { readonly type: 'remove' }
  | { readonly type: 'leave' }
  | { readonly type: 'select-all' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'zoom'; readonly factor: number }
  | { readonly type: 'natural-size' }
  | { readonly type: 'fit' }
  | { readonly type: 'frame'; readonly step: 1 | -1 }
  | { readonly type: 'add'; readonly kind: AddableKind }
  | { readonly type: 'tool'; readonly tool: Tool };

/** The parts of a `KeyboardEvent` that matter. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ZOOM_STEP = 1.25;

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** `null` for a key that is none of the board's: it goes its usual way. */
export function keyCommand(press: KeyPress): KeyCommand | null {
  if (press.altKey) return null;
  return press.ctrlKey || press.metaKey ? chord(press) : plain(press);
}

function chord({ key, shiftKey }: KeyPress): KeyCommand | null {
  switch (key.toLowerCase()) {
    case 'z':
      return { type: shiftKey ? 'redo' : 'undo' };
    case 'y':
      return { type: 'redo' };
    case 'a':
      return { type: 'select-all' };
    default:
      return null;
  }
}

function plain({ key, code, shiftKey }: KeyPress): KeyCommand | null {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { type: 'go', dx: arrow[0], dy: arrow[1], far: shiftKey };
  switch (key) {
    case 'Tab':
      return { type: shiftKey ? 'previous' : 'next' };
    case 'Home':
      return { type: 'first' };
    case 'End':
      return { type: 'last' };
    case 'Enter':
    case 'F2':
      return { type: 'edit' };
    case ' ':
      return { type: 'space' };
    case 'ContextMenu':
      return { type: 'context-menu' };
    case 'F10':
      return shiftKey ? { type: 'context-menu' } : null;
    case 'Delete':
    case 'Backspace':
      return { type: 'remove' };
    case 'PageDown':
      return { type: 'frame', step: 1 };
    case 'PageUp':
      return { type: 'frame', step: -1 };
    case 'Escape':
      return { type: 'leave' };
    case '+':
    case '=':
      return { type: 'zoom', factor: ZOOM_STEP };
    case '-':
      return { type: 'zoom', factor: 1 / ZOOM_STEP };
    case '0':
      return { type: 'natural-size' };
    default:
      return letter(key, code);
  }
}

/** Letters by what they say, digits by where they are: a Swedish keyboard has `!` above the one. */
function letter(key: string, code: string): KeyCommand | null {
  if (code === 'Digit1') return { type: 'fit' };
  switch (key.toLowerCase()) {
    case 'n':
      return { type: 'add', kind: 'note' };
    case 'i':
      return { type: 'add', kind: 'item' };
    case 'k':
      return { type: 'add', kind: 'choice' };
    case 'm':
      return { type: 'menu' };
    default:
      return toolLetter(key.toLowerCase());
  }
}

function toolLetter(key: string): KeyCommand | null {
  const tool = toolOfKey(key);
  return tool === null ? null : { type: 'tool', tool };
}
