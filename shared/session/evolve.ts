import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { SessionEvent } from './event.ts';
import type { Activity, Page, Poll, Seat, Timer, WorkshopState } from './workshop-state.ts';

/** The state before the first event. */
export const emptyWorkshop = (id: WorkshopId): WorkshopState => ({
  id,
  title: '',
  organisation: '',
  place: '',
  template: 'bredbandslyftet',
  language: 'sv',
  status: 'prepared',
  createdAt: 0,
  endedAt: null,
  pages: [],
  agenda: [],
  currentActivity: null,
  timer: null,
  admission: 'open',
  groups: [],
  seats: {},
  polls: [],
  seq: 0,
});

/** Applies the next event. Both sides of the wire run this; it throws only when the sequence has a gap. */
export function evolve(state: WorkshopState, event: SessionEvent): WorkshopState {
  assert(event.seq === state.seq + 1, `event ${event.seq} after ${state.seq}`);
  return { ...state, ...change(state, event), seq: event.seq };
}

function change(state: WorkshopState, event: SessionEvent): Partial<WorkshopState> {
  switch (event.type) {
    case 'workshop-created':
      return {
        title: event.title,
        organisation: event.organisation,
        place: event.place,
        template: event.template,
        language: event.language,
        createdAt: event.at,
        pages: event.pages.map((page) => ({ ...page, opened: false, locked: false })),
        agenda: event.agenda.map((activity) => ({ ...activity, visits: [] })),
        groups: event.groups,
      };
    case 'seat-joined':
      return { seats: { ...state.seats, [event.seat.id]: { ...event.seat, joinedAt: event.at } } };
    case 'seat-admitted':
      return withSeat(state, event.seatId, { standing: 'admitted' });
    case 'seat-removed':
      return withSeat(state, event.seatId, { standing: 'removed' });
    case 'seat-renamed':
      return withSeat(state, event.seatId, { name: event.name, organisation: event.organisation });
    case 'seat-role-changed':
      return withSeat(state, event.seatId, { role: event.role });
    case 'seat-grouped':
      return withSeat(state, event.seatId, { groupId: event.groupId });
    case 'admission-set':
      return { admission: event.admission };
    case 'activity-opened':
      return openActivity(state, event);
    case 'timer-started':
      return { timer: { kind: 'running', endsAt: event.endsAt, totalMs: event.totalMs } };
    case 'timer-paused':
      return state.timer === null
        ? {}
        : { timer: { kind: 'paused', remainingMs: event.remainingMs, totalMs: state.timer.totalMs } };
    case 'timer-extended':
      return { timer: state.timer === null ? null : extend(state.timer, event.byMs) };
    case 'timer-stopped':
      return { timer: null };
    case 'page-locked':
      return withPage(state, event.pageId, { locked: true });
    case 'page-unlocked':
      return withPage(state, event.pageId, { locked: false });
    case 'poll-opened':
      return { polls: [...state.polls, openPoll(event)] };
    case 'poll-roll-extended':
      return withPoll(state, event.pollId, (poll) => ({ roll: [...poll.roll, event.voter] }));
    case 'poll-closed':
      return withPoll(state, event.pollId, () => ({ status: 'closed', closedAt: event.at }));
    case 'poll-released':
      return withPoll(state, event.pollId, () => ({ status: 'released', result: event.result }));
    case 'poll-annulled':
      return withPoll(state, event.pollId, () => ({ status: 'annulled' }));
    case 'poll-result-placed':
      return withPoll(state, event.pollId, () => ({ placedAs: event.objectId }));
    case 'workshop-ended':
      return {
        status: 'ended',
        endedAt: event.at,
        currentActivity: null,
        timer: null,
        agenda: closeVisits(state.agenda, event.at),
      };
    case 'workshop-reopened':
      return { status: 'live', endedAt: null };
    // Documents carry content: what became of the page is in its own log.
    case 'page-restored':
    case 'seat-reverted':
    case 'seat-transferred':
    case 'hidden':
      return {};
  }
}

function openActivity(
  state: WorkshopState,
  event: Extract<SessionEvent, { type: 'activity-opened' }>,
): Partial<WorkshopState> {
  const agenda = closeVisits(state.agenda, event.at).map((activity) =>
    activity.id === event.activityId
      ? { ...activity, visits: [...activity.visits, { from: event.at, to: null }] }
      : activity,
  );
  const pageId = agenda.find((activity) => activity.id === event.activityId)?.pageId;
  return {
    status: 'live',
    currentActivity: event.activityId,
    agenda,
    pages: state.pages.map((page) => (page.id === pageId ? { ...page, opened: true } : page)),
  };
}

const closeVisits = (agenda: readonly Activity[], at: number): readonly Activity[] =>
  agenda.map((activity) => ({
    ...activity,
    visits: activity.visits.map((visit) => (visit.to === null ? { ...visit, to: at } : visit)),
  }));

const extend = (timer: Timer, byMs: number): Timer =>
  timer.kind === 'running'
    ? { ...timer, endsAt: timer.endsAt + byMs, totalMs: timer.totalMs + byMs }
    : { ...timer, remainingMs: timer.remainingMs + byMs, totalMs: timer.totalMs + byMs };

const openPoll = (event: Extract<SessionEvent, { type: 'poll-opened' }>): Poll => ({
  ...event.poll,
  status: 'open',
  openedAt: event.at,
  closedAt: null,
  result: null,
  placedAs: null,
});

function withSeat(state: WorkshopState, id: SeatId, patch: Partial<Seat>): Partial<WorkshopState> {
  const seat = state.seats[id];
  return seat === undefined ? {} : { seats: { ...state.seats, [id]: { ...seat, ...patch } } };
}

const withPage = (state: WorkshopState, id: string, patch: Partial<Page>): Partial<WorkshopState> => ({
  pages: state.pages.map((page) => (page.id === id ? { ...page, ...patch } : page)),
});

/** A viewer who may not see a poll does not hold it either, so an unknown poll changes nothing. */
const withPoll = (
  state: WorkshopState,
  id: string,
  patch: (poll: Poll) => Partial<Poll>,
): Partial<WorkshopState> => ({
  polls: state.polls.map((poll) => (poll.id === id ? { ...poll, ...patch(poll) } : poll)),
});
