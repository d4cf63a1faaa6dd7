import type { SeatId } from '#shared/kernel/ids.ts';
import { participation } from './role.ts';
import type { Page, Poll, Seat, WorkshopState } from './workshop-state.ts';

/** What a seat may do with a page, and if not, why: the reason is shown to the person in plain words. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
  readonly reason: AccessReason | null;
  /** Whether what the leader has locked may be changed. */
  readonly leads?: boolean;
}

export type AccessReason =
  /** No such page in this workshop. */
  | 'unknown-page'
  /** The leader has not let the person in yet. */
  | 'waiting'
  /** The leader has removed the person. */
  | 'removed'
  /** The role takes no part in this module. */
  | 'recused'
  /** No activity on this page has been opened yet. */
  | 'not-opened'
  /** The role follows this module without writing. */
  | 'observer'
  /** The leader has locked writing. */
  | 'locked'
  /** The workshop is over. */
  | 'ended';

const nothing = (reason: AccessReason): Access => ({ read: false, write: false, reason });
const readOnly = (reason: AccessReason): Access => ({ read: true, write: false, reason });
const READ_AND_WRITE: Access = { read: true, write: true, reason: null };
const LEADS: Access = { ...READ_AND_WRITE, leads: true };

/** The one rule for what a connection may do with a page; asked at opening and again whenever the state changes. */
export function pageAccess(state: WorkshopState, seatId: SeatId, pageId: string): Access {
  const seat = state.seats[seatId];
  const page = state.pages.find((candidate) => candidate.id === pageId);
  if (seat === undefined) return nothing('removed');
  if (page === undefined) return nothing('unknown-page');
  if (seat.standing !== 'admitted') return nothing(seat.standing);
  if (isRecused(seat, page)) return nothing('recused');
  if (!page.opened && !seat.leader) return nothing('not-opened');
  if (state.status === 'ended') return readOnly('ended');
  if (seat.leader) return LEADS;
  if (participation(seat.role, page.module) === 'observe') return readOnly('observer');
  // The secretary keeps the notes while the others are asked to stop.
  if (page.locked && seat.role !== 'secretary') return readOnly('locked');
  return READ_AND_WRITE;
}

/** The strictest rule wins: not even a leader's seat sees a page its role is excluded from. */
export const isRecused = (seat: Seat, page: Page): boolean =>
  participation(seat.role, page.module) === 'excluded';

/** Whether the person has a ballot in polls on this page. */
export const mayVote = (seat: Seat, page: Page): boolean =>
  seat.standing === 'admitted' && participation(seat.role, page.module) === 'vote';

/** The id a seat's ballot is filed under in this poll, or `null` if it has none: the seat's own, or its group's. */
export function voterIdOf(state: WorkshopState, poll: Poll, seatId: SeatId): string | null {
  const seat = state.seats[seatId];
  const page = state.pages.find((candidate) => candidate.id === poll.pageId);
  if (seat === undefined || page === undefined || !mayVote(seat, page)) return null;
  const voter = poll.electorate === 'group' ? seat.groupId : seat.id;
  return voter !== null && poll.roll.includes(voter) ? voter : null;
}

/** Seat or group ids with a ballot in a poll opened on this page now. */
export function electoralRoll(
  state: WorkshopState,
  page: Page,
  electorate: Poll['electorate'],
): readonly string[] {
  const voters = Object.values(state.seats).filter((seat) => mayVote(seat, page));
  if (electorate === 'individual') return voters.map((seat) => seat.id);
  return state.groups.map((group) => group.id).filter((id) => voters.some((seat) => seat.groupId === id));
}
