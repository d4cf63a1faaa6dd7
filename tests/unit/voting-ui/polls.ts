import type { GroupId, ObjectId, PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/session/role.ts';
import type { Poll, Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import { emptyWorkshop } from '#shared/session/evolve.ts';
import type { RankingBallot } from '#shared/voting/ballot.ts';
import { tally, type RankingTally } from '#shared/voting/tally.ts';

/** Options `choice-a` with title `A. Alternativ A`, and so on. */
export const optionsMarked = (marks: string): readonly { id: string; title: string }[] =>
  Array.from(marks).map((mark) => ({
    id: `choice-${mark.toLowerCase()}`,
    title: `${mark}. Alternativ ${mark}`,
  }));

/** `B > A = C` over options made by `optionsMarked`. */
export const ranking = (order: string): RankingBallot => ({
  kind: 'ranking',
  tiers: order.split('>').map((tier) => tier.split('=').map((mark) => `choice-${mark.trim().toLowerCase()}`)),
});

export function tallyRankings(marks: string, orders: readonly string[]): RankingTally {
  const result = tally('ranking', optionsMarked(marks), orders.map(ranking));
  if (result.kind !== 'ranking') throw new Error('asked for a ranking');
  return result;
}

export const pollOf = (poll: Partial<Poll> = {}): Poll => ({
  id: 'poll-1' as PollId,
  pageId: 'choices',
  question: 'Hur rangordnar du alternativen?',
  method: 'ranking',
  electorate: 'individual',
  secrecy: 'named',
  options: optionsMarked('ABC'),
  status: 'open',
  roll: ['alice', 'bob'],
  openedAt: 1_000,
  closedAt: null,
  result: null,
  placedAs: null,
  ...poll,
});

export const seatOf = (id: string, role: Role = 'elected', groupId: string | null = null): Seat => ({
  id: id as SeatId,
  name: id,
  organisation: '',
  role,
  leader: role === 'workshop-leader',
  standing: 'admitted',
  groupId: groupId as GroupId | null,
  joinedAt: 0,
});

export const workshopOf = (seats: readonly Seat[], polls: readonly Poll[] = []): WorkshopState => ({
  ...emptyWorkshop('workshop' as WorkshopId),
  status: 'live',
  pages: [{ id: 'choices', module: 'choices', title: 'Strategiska vägval', opened: true, locked: false }],
  groups: [1, 2, 3].map((n) => ({ id: `group-${n}` as GroupId, name: `Grupp ${n}` })),
  seats: Object.fromEntries(seats.map((seat) => [seat.id, seat])),
  polls,
});

export const objectId = (id: string): ObjectId => id as ObjectId;
export const seatId = (id: string): SeatId => id as SeatId;
