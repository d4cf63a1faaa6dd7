import type { SeatId } from '#shared/kernel/ids.ts';
import { mayVote, voterIdOf } from '#shared/session/permission.ts';
import type { Role } from '#shared/session/role.ts';
import type { Poll, WorkshopState } from '#shared/session/workshop-state.ts';

/** Why a person has no ballot in a poll, told to that person. */
export type NoVote =
  | { readonly kind: 'leader' }
  | { readonly kind: 'role'; readonly role: Role }
  /** One ballot per group, and the person is in none. */
  | { readonly kind: 'group' }
  /** Came, or got the right to vote, after the roll was closed. */
  | { readonly kind: 'roll' };

/** `null` for someone who has a ballot. */
export function noVoteOf(state: WorkshopState, poll: Poll, seatId: SeatId): NoVote | null {
  if (voterIdOf(state, poll, seatId) !== null) return null;
  const seat = state.seats[seatId];
  const page = state.pages.find((candidate) => candidate.id === poll.pageId);
  if (seat === undefined || page === undefined) return { kind: 'roll' };
  if (!mayVote(seat, page))
    return seat.role === 'workshop-leader' ? { kind: 'leader' } : { kind: 'role', role: seat.role };
  return poll.electorate === 'group' && seat.groupId === null ? { kind: 'group' } : { kind: 'roll' };
}
