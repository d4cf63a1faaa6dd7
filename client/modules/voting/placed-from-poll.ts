import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { Poll, WorkshopState } from '#shared/session/workshop-state.ts';

/** A released poll in the form in which its result lies on a page, so that one view shows both. `null` before release. */
export function placedFromPoll(state: WorkshopState, poll: Poll): PlacedResult | null {
  const { question, method, electorate, secrecy, options, result } = poll;
  if (poll.status !== 'released' || result === null) return null;
  const voterNames = Object.fromEntries(
    (result.ballots ?? []).map(({ voter }) => [voter, voterName(state, voter)]),
  );
  return { question, method, electorate, secrecy, options, result, voterNames };
}

const voterName = (state: WorkshopState, voter: string): string =>
  state.groups.find((group) => group.id === voter)?.name ?? state.seats[voter as SeatId]?.name ?? '';
