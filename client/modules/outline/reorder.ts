import type { Page } from '#client/model/types.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** A page whose objects can change places in its order. */
interface OrderedPage extends Page {
  /** Puts an object ahead of another, or last (`null`). */
  reorder(id: ObjectId, before: ObjectId | null): void;
}

const isOrdered = (page: Page): page is OrderedPage =>
  'reorder' in page && typeof page.reorder === 'function';

export const canReorder = (page: Page): boolean => page.canWrite && isOrdered(page);

/** Moves an object one place up or down among its neighbours in the outline; returns its new place, or `null` if it stayed. */
export function moveAmong(
  page: Page,
  neighbours: readonly ObjectId[],
  id: ObjectId,
  step: -1 | 1,
): number | null {
  const from = neighbours.indexOf(id);
  const target = neighbours[from + step];
  if (from === -1 || target === undefined || !isOrdered(page)) return null;
  page.reorder(id, step === -1 ? target : after(page.ids, target));
  return from + step;
}

/** What comes next on the page, among objects of every kind. */
const after = (ids: readonly ObjectId[], id: ObjectId): ObjectId | null => ids[ids.indexOf(id) + 1] ?? null;
