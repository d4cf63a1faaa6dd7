import type { SaveState, Session } from '#client/model/types.ts';

/** What the header says about people's work: the page's own word, unless the session knows that nobody is there. */
export type SaveReading =
  | SaveState
  | { readonly kind: 'nothing' }
  | { readonly kind: 'connecting' }
  /** No contact, and nothing of this person's waits to be sent. */
  | { readonly kind: 'no-contact' };

/** `save` is `null` when no page is open (a break, or before the start). */
export function readSave(save: SaveState | null, connection: Session['connection']): SaveReading {
  if (save?.kind === 'cannot-save') return save;
  if (save?.kind === 'offline') return save.changes > 0 ? save : { kind: 'no-contact' };
  if (connection === 'offline') return { kind: 'no-contact' };
  if (connection === 'connecting') return { kind: 'connecting' };
  return save ?? { kind: 'nothing' };
}
