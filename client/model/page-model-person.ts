import type { SeatId } from '#shared/kernel/ids.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';

const PERSON_COLORS = 8;

/** Which `--person-n` a seat has, 1–8: given out in the order of joining, so that eight people in a room all differ. */
export function personColor(state: WorkshopState, seatId: SeatId): number {
  const seats = Object.values(state.seats).sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  return (seats.findIndex(({ id }) => id === seatId) % PERSON_COLORS) + 1;
}
