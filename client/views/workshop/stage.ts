import type { SeatId } from '#shared/kernel/ids.ts';
import { pageAccess } from '#shared/session/permission.ts';
import type { Activity, Page, WorkshopState } from '#shared/session/workshop-state.ts';

/** What the main area of the screen holds. `activity` is the open one; it is `null` for a page somebody looks at by themselves. */
export type Stage =
  /** No activity is open: people arrive, or the leader has reopened an ended workshop. */
  | { readonly kind: 'gathering' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'break'; readonly activity: Activity }
  | { readonly kind: 'page'; readonly activity: Activity | null; readonly page: Page }
  | { readonly kind: 'recused'; readonly activity: Activity | null; readonly page: Page };

/**
 * What one seat sees. `openActivity` is the activity the screen has moved on to (it lags behind the leader's for a moment while
 * somebody is in the middle of a word); `lookedAt` is a page the person has turned to by themselves.
 */
export function stageFor(
  state: WorkshopState,
  seatId: SeatId,
  openActivity: string | null,
  lookedAt: string | null,
): Stage {
  const own = lookedAt === null ? undefined : pageById(state, lookedAt);
  if (own !== undefined && pageAccess(state, seatId, own.id).read) {
    return { kind: 'page', activity: null, page: own };
  }
  return stageOfActivity(state, seatId, openActivity);
}

function stageOfActivity(state: WorkshopState, seatId: SeatId, openActivity: string | null): Stage {
  const activity = state.agenda.find((candidate) => candidate.id === openActivity);
  if (activity === undefined) return { kind: state.status === 'ended' ? 'ended' : 'gathering' };
  const page = activity.pageId === null ? undefined : pageById(state, activity.pageId);
  if (page === undefined) return { kind: 'break', activity };
  const recused = pageAccess(state, seatId, page.id).reason === 'recused';
  return { kind: recused ? 'recused' : 'page', activity, page };
}

/** The page that `lookedAt` becomes when a person turns to one: nothing when it is the one that is going on anyway. */
export function turnTo(state: WorkshopState, pageId: string): string | null {
  return currentPageId(state) === pageId ? null : pageId;
}

export const currentPageId = (state: WorkshopState): string | null =>
  state.agenda.find((activity) => activity.id === state.currentActivity)?.pageId ?? null;

export const pageById = (state: WorkshopState, id: string): Page | undefined =>
  state.pages.find((page) => page.id === id);

/** Pages the seat can turn to now, in the order of the agenda. */
export const readablePages = (state: WorkshopState, seatId: SeatId): readonly Page[] =>
  state.pages.filter((page) => pageAccess(state, seatId, page.id).read);
