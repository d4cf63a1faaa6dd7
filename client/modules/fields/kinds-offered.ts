import { addableKinds, type AddableKind } from '#shared/modules/module-kinds.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';

/** What the page offers to add, the most usual first. */
export function kindsOffered(state: WorkshopState, pageId: string): readonly AddableKind[] {
  const page = state.pages.find(({ id }) => id === pageId);
  return page === undefined ? [] : addableKinds(page.module);
}
