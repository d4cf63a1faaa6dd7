import type { PageLink } from '#client/connection/page-link.ts';
import type { SaveState } from './types.ts';

/**
 * What the header says. *Saved* is said of what the server has acknowledged from its log and of nothing else; what is
 * offline is counted, and said to be only here.
 */
export function saveStateOf({ connected, opening, loaded, unsaved, stalled, keeps }: PageLink): SaveState {
  if (unsaved > 0 && stalled) return { kind: 'cannot-save', changes: unsaved, keeps };
  if (connected) return unsaved > 0 ? { kind: 'saving' } : { kind: 'saved' };
  // Before the first contact there is nothing to lose and nothing to warn of.
  if ((!loaded || opening) && unsaved === 0) return { kind: 'saved' };
  return { kind: 'offline', changes: unsaved, keeps };
}
