import type { SeatId } from '#shared/kernel/ids.ts';
import type { SessionEvent } from './event.ts';
import { isRecused } from './permission.ts';
import type { Poll, Seat, WorkshopState } from './workshop-state.ts';

/**
 * What one seat may know of the session. The server sends every seat its own view; a recused person gets no question, no
 * options, no turnout and no result of a poll on a page they take no part in. For every state, event and seat
 * whose own standing and role the event does not change, `evolve(visibleState(s), visibleEvent(e))` equals `visibleState(evolve(s, e))`.
 */
export function visibleState(state: WorkshopState, seatId: SeatId): WorkshopState {
  const seat = state.seats[seatId];
  if (seat?.standing !== 'admitted') return doorway(state, seat);
  return { ...state, polls: state.polls.filter((poll) => maySeePoll(state, seat, poll.pageId)) };
}

export function visibleEvent(before: WorkshopState, event: SessionEvent, seatId: SeatId): SessionEvent {
  const seat = before.seats[seatId];
  if (seat?.standing !== 'admitted') return hide(event);
  // Whose work was undone is the leader’s to tell.
  if (event.type === 'seat-reverted' && !seat.leader) return hide(event);
  const pageId = pollPageOf(before, event);
  return pageId === null || maySeePoll(before, seat, pageId) ? event : hide(event);
}

/** Whether the event changes what the seat may see, so that it needs its whole view anew. */
export const changesView = (event: SessionEvent, seatId: SeatId): boolean =>
  (event.type === 'seat-admitted' || event.type === 'seat-removed' || event.type === 'seat-role-changed') &&
  event.seatId === seatId;

/** Outside the door: the workshop's name and one's own seat, nothing of what goes on inside. */
const doorway = (state: WorkshopState, seat: Seat | undefined): WorkshopState => ({
  ...state,
  pages: [],
  agenda: [],
  currentActivity: null,
  timer: null,
  groups: [],
  polls: [],
  seats: seat === undefined ? {} : { [seat.id]: seat },
});

const hide = ({ seq, at }: SessionEvent): SessionEvent => ({ type: 'hidden', seq, at, by: null });

function pollPageOf(state: WorkshopState, event: SessionEvent): string | null {
  if (event.type === 'poll-opened') return event.poll.pageId;
  if ('pollId' in event) return findPoll(state, event.pollId)?.pageId ?? null;
  return null;
}

const findPoll = (state: WorkshopState, id: string): Poll | undefined =>
  state.polls.find((poll) => poll.id === id);

function maySeePoll(state: WorkshopState, seat: Seat, pageId: string): boolean {
  const page = state.pages.find((candidate) => candidate.id === pageId);
  return page !== undefined && !isRecused(seat, page);
}
