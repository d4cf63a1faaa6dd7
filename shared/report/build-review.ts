import type { BoardObject } from '#shared/content/board-object.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import { isRecused } from '#shared/session/permission.ts';
import type { Page, Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type {
  OngoingReview,
  ReviewActivity,
  ReviewDocument,
  ReviewHeading,
  ReviewPage,
  SavedReview,
} from './review.ts';
import { logLines } from './review-log.ts';
import { reviewObjects } from './review-objects.ts';
import { participantsOf, recusalsOf } from './review-people.ts';
import { reviewPolls } from './review-polls.ts';

/**
 * The saved board for one reader. `viewer` is the reader's seat if they have one here: what the seat is recused from is not
 * in the document. `pages` holds the objects of each page, without the bin, by page id.
 */
export function buildReview(
  state: WorkshopState,
  events: readonly SessionEvent[],
  pages: ReadonlyMap<string, readonly BoardObject[]>,
  viewer: Seat | null,
): ReviewDocument {
  return state.status === 'ended' ? saved(state, events, pages, viewer) : ongoing(state);
}

const ongoing = (state: WorkshopState): OngoingReview => ({ status: 'ongoing', heading: headingOf(state) });

const saved = (
  state: WorkshopState,
  events: readonly SessionEvent[],
  pages: ReadonlyMap<string, readonly BoardObject[]>,
  viewer: Seat | null,
): SavedReview => ({
  status: 'ended',
  heading: headingOf(state),
  participants: participantsOf(state),
  recusals: recusalsOf(state),
  groups: state.groups,
  agenda: state.agenda.map(activityOf),
  pages: openedPages(state).map((page) => pageFor(page, state, pages.get(page.id) ?? [], viewer)),
  log: viewer?.leader === true ? logLines(state, events, viewer) : null,
});

function headingOf(state: WorkshopState): ReviewHeading {
  const starts = state.agenda.flatMap((activity) => activity.visits.map((visit) => visit.from));
  return {
    workshopId: state.id,
    title: state.title,
    organisation: state.organisation,
    place: state.place,
    language: state.language,
    startedAt: starts.length === 0 ? state.createdAt : Math.min(...starts),
    endedAt: state.endedAt,
  };
}

const activityOf = ({
  id,
  title,
  plannedMinutes,
  pageId,
  visits,
}: WorkshopState['agenda'][number]): ReviewActivity => ({
  id,
  title,
  plannedMinutes,
  actualMinutes: minutesOf(visits),
  visits,
  pageId,
});

function minutesOf(visits: ReviewActivity['visits']): number | null {
  if (visits.length === 0) return null;
  const ms = visits.reduce((sum, { from, to }) => sum + Math.max(0, (to ?? from) - from), 0);
  return Math.round(ms / 60_000);
}

/** In the order the agenda comes to them; a page that the agenda does not lead to comes last. */
function openedPages(state: WorkshopState): readonly Page[] {
  const rank = (page: Page): number => {
    const index = state.agenda.findIndex((activity) => activity.pageId === page.id);
    return index === -1 ? state.agenda.length : index;
  };
  return state.pages.filter((page) => page.opened).sort((a, b) => rank(a) - rank(b));
}

function pageFor(
  page: Page,
  state: WorkshopState,
  objects: readonly BoardObject[],
  viewer: Seat | null,
): ReviewPage {
  const { id, module, title } = page;
  if (viewer !== null && isRecused(viewer, page)) return { id, module, title, withheld: true };
  return {
    id,
    module,
    title,
    withheld: false,
    objects: reviewObjects(state, page, objects),
    polls: reviewPolls(state, id),
  };
}
