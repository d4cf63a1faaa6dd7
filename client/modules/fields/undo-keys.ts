import type { Attachment } from 'svelte/attachments';
import type { Page } from '#client/model/types.ts';
import { editingOf } from './page-editing.svelte.ts';

/**
 * Ctrl+Z and its kin take steps of the page back, except in a field that has an undo of its own. `onstep` is told after a step either
 * way.
 */
export const undoKeys =
  (page: Page, onstep?: () => void): Attachment<HTMLElement> =>
  (view) => {
    const onkeydown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target instanceof HTMLInputElement)
        return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'z' && !event.shiftKey) editingOf(page).undo();
      else editingOf(page).redo();
      onstep?.();
    };
    view.addEventListener('keydown', onkeydown);
    return () => view.removeEventListener('keydown', onkeydown);
  };
