import { recall, remember } from '#client/model/remembered.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';

/** `here`: had a seat when last seen; if the server knows of none now, it was moved while this device was away. */
export type SeatMemory = 'here' | 'moved';

/** What became of the seat that this device had in a workshop, so that nobody takes a second one by mistake. No name is kept. */
export function recallSeat(id: WorkshopId): SeatMemory | null {
  const kept = recall(`seat:${id}`);
  return kept === 'here' || kept === 'moved' ? kept : null;
}

export const rememberSeat = (id: WorkshopId, seat: SeatMemory): void => remember(`seat:${id}`, seat);
