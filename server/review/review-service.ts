import type { BoardObject } from '#shared/content/board-object.ts';
import { readPage } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';
import { buildReview } from '#shared/report/build-review.ts';
import type { ReviewDocument } from '#shared/report/review.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import { isRecused } from '#shared/session/permission.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { PageStore } from '#server/sync/sync-port.ts';

export interface ReviewService {
  /** The saved board as `viewer` may see it; `null` is whoever holds the link. The workshop must exist. */
  review(workshop: WorkshopId, viewer: Seat | null): Promise<ReviewDocument>;
}

export interface ReviewSources {
  readonly sessions: {
    state(workshop: WorkshopId): Promise<WorkshopState | null>;
    events(workshop: WorkshopId): Promise<readonly SessionEvent[]>;
  };
  readonly pages: Pick<PageStore, 'read'>;
}

/** Reads committed state only, so the same link shows the same board after a restart. */
export const createReviewService = ({ sessions, pages }: ReviewSources): ReviewService => ({
  async review(workshop, viewer) {
    const state = must(await sessions.state(workshop), 'the workshop to review');
    if (state.status !== 'ended') return buildReview(state, [], new Map(), viewer);
    const [events, contents] = await Promise.all([
      viewer?.leader === true ? sessions.events(workshop) : [],
      readPages(pages, state, viewer),
    ]);
    return buildReview(state, events, contents, viewer);
  },
});

/** A page the reader is recused from is not even read. */
async function readPages(
  pages: Pick<PageStore, 'read'>,
  state: WorkshopState,
  viewer: Seat | null,
): Promise<ReadonlyMap<string, readonly BoardObject[]>> {
  const readable = state.pages.filter((page) => page.opened && (viewer === null || !isRecused(viewer, page)));
  const contents = await Promise.all(
    readable.map(async ({ id }) => [id, await pages.read(state.id, id, (doc) => readPage(doc))] as const),
  );
  return new Map(contents);
}
