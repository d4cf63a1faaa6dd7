import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Presence } from '#shared/protocol/session-socket.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';

/** Where a person is: `away` said goodbye or has not been here since the server started. */
export type Whereabouts =
  { readonly kind: 'here' } | { readonly kind: 'lost'; readonly since: EpochMs } | { readonly kind: 'away' };

export function whereaboutsOf(presence: Presence, seat: Seat): Whereabouts {
  if (presence.online.includes(seat.id)) return { kind: 'here' };
  const since = presence.lost[seat.id];
  return since === undefined ? { kind: 'away' } : { kind: 'lost', since };
}

export interface People {
  /** In the room: leaders first, then by name, so that nobody moves in the list when a connection flickers. */
  readonly admitted: readonly Seat[];
  /** At the door, whoever has waited longest first. */
  readonly waiting: readonly Seat[];
  readonly removed: readonly Seat[];
}

export function peopleOf(state: WorkshopState): People {
  const seats = Object.values(state.seats);
  return {
    admitted: seats.filter((seat) => seat.standing === 'admitted').sort(byRank),
    waiting: seats
      .filter((seat) => seat.standing === 'waiting')
      .sort((a, b) => a.joinedAt - b.joinedAt || byName(a, b)),
    removed: seats.filter((seat) => seat.standing === 'removed').sort(byName),
  };
}

export const hereCount = (state: WorkshopState, presence: Presence): number =>
  presence.online.filter((id) => state.seats[id]?.standing === 'admitted').length;

const byRank = (a: Seat, b: Seat): number => Number(b.leader) - Number(a.leader) || byName(a, b);

/** Swedish order (å, ä, ö last) whatever language the screen is in: the list must be alike for all. */
const collator = new Intl.Collator('sv');
const byName = (a: Seat, b: Seat): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
