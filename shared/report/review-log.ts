import type { SessionEvent } from '#shared/session/event.ts';
import { isRecused } from '#shared/session/permission.ts';
import type { Role } from '#shared/session/role.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { ReviewLogLine } from './review.ts';

/** The events worth a line, without those about polls on pages the reader takes no part in. */
export const logLines = (
  state: WorkshopState,
  events: readonly SessionEvent[],
  reader: Seat,
): readonly ReviewLogLine[] =>
  events.flatMap((event) => {
    const line = lineFor(state, event, reader);
    return line === null ? [] : [{ at: event.at, ...line }];
  });

type Line = Omit<ReviewLogLine, 'at'>;

const line = (type: ReviewLogLine['type'], subject = '', role: Role | null = null): Line => ({
  type,
  subject,
  role,
});

function lineFor(state: WorkshopState, event: SessionEvent, reader: Seat): Line | null {
  switch (event.type) {
    case 'activity-opened':
      return line(event.type, state.agenda.find((activity) => activity.id === event.activityId)?.title);
    case 'page-locked':
    case 'page-unlocked':
    case 'page-restored':
      return line(event.type, state.pages.find((page) => page.id === event.pageId)?.title);
    case 'seat-joined':
      return line(event.type, event.seat.organisation, event.seat.role);
    case 'seat-removed':
    case 'seat-reverted':
      return line(event.type, state.seats[event.seatId]?.organisation, state.seats[event.seatId]?.role);
    case 'seat-role-changed':
      return line(event.type, state.seats[event.seatId]?.organisation, event.role);
    case 'poll-opened':
      return pollLine(state, event.type, event.poll.id, reader);
    case 'poll-closed':
    case 'poll-released':
    case 'poll-annulled':
      return pollLine(state, event.type, event.pollId, reader);
    case 'workshop-ended':
    case 'workshop-reopened':
      return line(event.type);
    case 'workshop-created':
    case 'seat-admitted':
    case 'seat-renamed':
    case 'seat-transferred':
    case 'seat-grouped':
    case 'admission-set':
    case 'timer-started':
    case 'timer-paused':
    case 'timer-extended':
    case 'timer-stopped':
    case 'poll-roll-extended':
    case 'poll-result-placed':
    case 'hidden':
      return null;
  }
}

function pollLine(
  state: WorkshopState,
  type: ReviewLogLine['type'],
  pollId: string,
  reader: Seat,
): Line | null {
  const poll = state.polls.find((candidate) => candidate.id === pollId);
  const page = state.pages.find((candidate) => candidate.id === poll?.pageId);
  return poll === undefined || page === undefined || isRecused(reader, page)
    ? null
    : line(type, poll.question);
}
