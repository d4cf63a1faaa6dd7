import { deleteDB } from 'lib0/indexeddb';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { StoredEpoch } from './page-epoch.ts';

const PREFIX = 'vagval';

/** What names the copy of a page that a seat keeps on this device; with the epoch it is the name of the database. */
export const copyKey = (workshop: WorkshopId, page: string, seat: SeatId): string =>
  [PREFIX, workshop, page, seat].join(':');

export const copyName = (key: string, epoch: number): string => `${key}:${String(epoch)}`;

/**
 * Deletes the seat's copies of pages that it may not keep, open or not. A copy that is open is deleted when it is closed.
 * `mayKeep` answers for a page.
 */
export async function eraseCopies(
  workshop: WorkshopId,
  seat: SeatId,
  mayKeep: (page: string) => boolean,
): Promise<void> {
  for (const key of StoredEpoch.copyKeys()) {
    const [prefix, ofWorkshop, page, ofSeat] = key.split(':');
    const isOurs = prefix === PREFIX && ofWorkshop === workshop && ofSeat === seat && page !== undefined;
    if (isOurs && !mayKeep(page)) await erase(key);
  }
}

async function erase(key: string): Promise<void> {
  const stored = new StoredEpoch(key);
  const epoch = stored.recall();
  stored.forget();
  if (epoch === null) return;
  try {
    await deleteDB(copyName(key, epoch));
  } catch {
    // A browser that keeps no databases has none to delete.
  }
}
