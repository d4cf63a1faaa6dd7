import type { PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Happening } from '#shared/session/event.ts';
import type { NewWorkshopRow, PendingEvent } from '#server/storage/workshop-store.ts';

export const WORKSHOP = 'w1' as WorkshopId;
export const ALICE = 'alice' as SeatId;
export const BOB = 'bob' as SeatId;
export const POLL = 'p1' as PollId;

export const workshopRow = (
  id: WorkshopId = WORKSHOP,
  over: Partial<NewWorkshopRow> = {},
): NewWorkshopRow => ({
  id,
  code: `code-${id}`,
  reviewSecret: `review-${id}`,
  leaderSecret: `leader-${id}`,
  createdAt: 1000,
  ...over,
});

export const created: PendingEvent = {
  at: 1000,
  by: null,
  happening: {
    type: 'workshop-created',
    title: 'Bredbandslyftet i Mullsjö',
    organisation: 'Mullsjö kommun',
    place: '',
    template: 'bredbandslyftet',
    language: 'sv',
    pages: [],
    agenda: [],
    groups: [],
  },
};

export const event = (happening: Happening, by: SeatId | null = ALICE, at = 2000): PendingEvent => ({
  at,
  by,
  happening,
});
