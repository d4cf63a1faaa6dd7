import { isRecused } from '#shared/session/permission.ts';
import { ROLES } from '#shared/session/role.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { ReviewParticipant, ReviewRecusal } from './review.ts';

export const participantsOf = (state: WorkshopState): readonly ReviewParticipant[] =>
  kindsOfPeople(state).map(({ seat: { role, organisation, leader }, count }) => ({
    role,
    organisation,
    leader,
    count,
  }));

/** Only pages that were opened: nobody is kept out of what never took place. */
export const recusalsOf = (state: WorkshopState): readonly ReviewRecusal[] =>
  kindsOfPeople(state).flatMap(({ seat, count }) => {
    const pageTitles = state.pages
      .filter((page) => page.opened && isRecused(seat, page))
      .map((page) => page.title);
    const { role, organisation } = seat;
    return pageTitles.length === 0 ? [] : [{ role, organisation, count, pageTitles }];
  });

/** Leaders first, then by the role list, then by organisation. */
function kindsOfPeople(state: WorkshopState): readonly { readonly seat: Seat; readonly count: number }[] {
  const kinds = new Map<string, { seat: Seat; count: number }>();
  for (const seat of Object.values(state.seats)) {
    if (seat.standing !== 'admitted') continue;
    const key = JSON.stringify([seat.role, seat.organisation, seat.leader]);
    const kind = kinds.get(key);
    if (kind === undefined) kinds.set(key, { seat, count: 1 });
    else kind.count += 1;
  }
  return [...kinds.values()].sort((a, b) => compareSeats(a.seat, b.seat));
}

const compareSeats = (a: Seat, b: Seat): number =>
  Number(b.leader) - Number(a.leader) ||
  ROLES.indexOf(a.role) - ROLES.indexOf(b.role) ||
  a.organisation.localeCompare(b.organisation, 'sv');
