import { addableKinds, type AddableKind } from '#shared/modules/module-kinds.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';

/** What the page offers to add, the most usual first. */
export function kindsOffered(state: WorkshopState, pageId: string): readonly AddableKind[] {
  const page = state.pages.find(({ id }) => id === pageId);
  return page === undefined ? [] : addableKinds(page.module);
}

/** What is drawn around the cards, and can be made of words alone: a stroke wants a hand, and a picture a file. */
export const DRAWN_KINDS = ['frame', 'text', 'shape', 'table', 'link', 'stamp', 'connector'] as const;
