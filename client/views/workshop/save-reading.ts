import type { SaveState, Session } from '#client/model/types.ts';

/** What the header says about people's work: the page's own word, unless the session knows that nobody is there. */
export type SaveReading =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'offline'; readonly changes: number }
  | { readonly kind: 'cannot-save'; readonly changes: number };

/** `save` is `null` when no page is open (a break, or before the start). */
export function readSave(save: SaveState | null, connection: Session['connection']): SaveReading {
  if (save?.kind === 'cannot-save' || save?.kind === 'offline') return save;
  if (connection === 'offline') return { kind: 'offline', changes: 0 };
  if (connection === 'connecting') return { kind: 'connecting' };
  return save ?? { kind: 'nothing' };
}

/** Whether closing the window now would leave edits behind that nobody else has. */
export function hasUnsavedWork(save: SaveState | null): boolean {
  if (save === null || save.kind === 'saved') return false;
  return save.kind === 'saving' || save.changes > 0;
}
