import type { SeatMemory } from '#client/views/join/remembered-seat.ts';

/** What somebody who is sent to the start page needs to be told there: no seat, or what became of the one this device had. */
export type Told = 'not-seated' | SeatMemory;

let told: Told | null = null;

export function tellStart(what: Told): void {
  told = what;
}

/** Once: it concerns the way here, not the next visit. */
export function takeTold(): Told | null {
  const what = told;
  told = null;
  return what;
}
