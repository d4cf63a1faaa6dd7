import type { ActivityId, GroupId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Activity, Page, Seat, WorkshopState } from '#shared/session/workshop-state.ts';

export const NINE = Date.UTC(2026, 2, 10, 9, 0);
export const MINUTE = 60_000;

export const ALICE = 'alice' as SeatId;
export const BOB = 'bob' as SeatId;
export const CAROL = 'carol' as SeatId;

export const seat = (id: SeatId, patch: Partial<Seat> = {}): Seat => ({
  id,
  name: id,
  organisation: 'Mullsjö kommun',
  role: 'chief-executive',
  leader: false,
  standing: 'admitted',
  groupId: null,
  joinedAt: NINE,
  ...patch,
});

export const page = (id: string, patch: Partial<Page> = {}): Page => ({
  id,
  module: 'inventory',
  title: id,
  opened: false,
  locked: false,
  ...patch,
});

export const activity = (
  id: string,
  plannedMinutes: number,
  pageId: string | null = id,
  visits: Activity['visits'] = [],
): Activity => ({ id: id as ActivityId, title: id, plannedMinutes, pageId, visits });

export const workshop = (patch: Partial<WorkshopState> = {}): WorkshopState => ({
  id: 'w' as WorkshopId,
  title: 'Bredbandslyftet',
  organisation: 'Mullsjö kommun',
  place: '',
  template: 'bredbandslyftet',
  language: 'sv',
  status: 'live',
  createdAt: NINE,
  endedAt: null,
  pages: [],
  agenda: [],
  currentActivity: null,
  timer: null,
  admission: 'open',
  groups: [{ id: 'g1' as GroupId, name: 'Grupp 1' }],
  seats: {},
  polls: [],
  seq: 1,
  ...patch,
});
