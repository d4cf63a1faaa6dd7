import type { EpochMs } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { pageDocument } from '#shared/protocol/sync.ts';
import type { PageStore } from '#server/sync/sync-port.ts';
import { documentOf, type PageHistory } from './page-history.ts';
import { restoreObjects } from './restore-objects.ts';
import { revertSeat } from './revert-seat.ts';

/** An edit that has been thought out and takes a moment to carry out. Twice is as good as once. Resolves when it is committed. */
export type Rewind = (now: EpochMs) => Promise<void>;

/**
 * Brings back what a page was, as an edit by the server on top of everything: the log goes on, open pages see it as any other edit, and it
 * can be undone in the same way.
 */
export class PageRewinds {
  readonly #history: PageHistory;
  readonly #pages: Pick<PageStore, 'transact'>;

  constructor(parts: { readonly history: PageHistory; readonly pages: Pick<PageStore, 'transact'> }) {
    this.#history = parts.history;
    this.#pages = parts.pages;
  }

  /** The page as it was; `null` when there was none. */
  async restoring(workshop: WorkshopId, page: string, to: EpochMs): Promise<Rewind | null> {
    const state = await this.#history.stateAt(pageDocument(workshop, page), { at: to });
    if (state === null) return null;
    const then = documentOf(state.stateV2);
    return (now) => this.#pages.transact(workshop, page, (doc) => restoreObjects(doc, then, now));
  }

  /** The page without what the seat has done to it since; `null` when there is no such page. */
  async reverting(workshop: WorkshopId, page: string, seat: SeatId, since: EpochMs): Promise<Rewind | null> {
    const changes = await this.#history.changesOf(pageDocument(workshop, page), seat, since);
    if (changes === null) return null;
    return (now) => this.#pages.transact(workshop, page, (doc) => revertSeat(doc, changes, now));
  }
}
