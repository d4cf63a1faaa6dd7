import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Activity, WorkshopState } from '#shared/session/workshop-state.ts';

const MINUTE = 60_000;

export interface AgendaRow {
  readonly activity: Activity;
  readonly place: 'past' | 'current' | 'ahead';
  /** When the plan has it begin, counted from when the workshop really began; `null` before it has. */
  readonly plannedStart: EpochMs | null;
  /** Whole minutes it has been open, all visits together; `null` when it never was. */
  readonly actualMinutes: number | null;
}

export interface AgendaTimes {
  readonly rows: readonly AgendaRow[];
  readonly plannedMinutes: number;
  /** When the plan ends; `null` before the workshop has begun. */
  readonly plannedEnd: EpochMs | null;
  /** When it ends if what is left takes as long as planned; `null` unless an activity is open. */
  readonly expectedEnd: EpochMs | null;
}

/**
 * The plan has lengths and no clock times, so the clock times follow from the first activity that was opened: whichever it
 * was, it began when it should.
 */
export function agendaTimes(
  state: Pick<WorkshopState, 'agenda' | 'currentActivity'>,
  now: EpochMs,
): AgendaTimes {
  const dayStart = startOfDay(state.agenda);
  let minutesBefore = 0;
  const rows = state.agenda.map((activity): AgendaRow => {
    const plannedStart = dayStart === null ? null : dayStart + minutesBefore * MINUTE;
    minutesBefore += activity.plannedMinutes;
    return {
      activity,
      place: placeOf(activity, state.currentActivity),
      plannedStart,
      actualMinutes: activity.visits.length === 0 ? null : Math.round(openMs(activity, now) / MINUTE),
    };
  });
  return {
    rows,
    plannedMinutes: minutesBefore,
    plannedEnd: dayStart === null ? null : dayStart + minutesBefore * MINUTE,
    expectedEnd: expectedEnd(state, now),
  };
}

function startOfDay(agenda: readonly Activity[]): EpochMs | null {
  let first: { from: EpochMs; minutesBefore: number } | null = null;
  let minutesBefore = 0;
  for (const activity of agenda) {
    const from = activity.visits[0]?.from;
    if (from !== undefined && (first === null || from < first.from)) first = { from, minutesBefore };
    minutesBefore += activity.plannedMinutes;
  }
  return first === null ? null : first.from - first.minutesBefore * MINUTE;
}

function placeOf(activity: Activity, current: string | null): AgendaRow['place'] {
  if (activity.id === current) return 'current';
  return activity.visits.length > 0 ? 'past' : 'ahead';
}

/** What is left is the open activity's remaining plan and the activities after it that have not had their turn. */
function expectedEnd(
  { agenda, currentActivity }: Pick<WorkshopState, 'agenda' | 'currentActivity'>,
  now: EpochMs,
): EpochMs | null {
  const index = agenda.findIndex((activity) => activity.id === currentActivity);
  const current = agenda[index];
  if (current === undefined) return null;
  const left = Math.max(0, current.plannedMinutes * MINUTE - openMs(current, now));
  const ahead = agenda.slice(index + 1).filter((activity) => activity.visits.length === 0);
  return now + left + ahead.reduce((sum, activity) => sum + activity.plannedMinutes * MINUTE, 0);
}

/** How long the activity has been open, ms. A screen whose clock lags never counts below zero. */
const openMs = (activity: Activity, now: EpochMs): number =>
  activity.visits.reduce((sum, visit) => sum + Math.max(0, (visit.to ?? now) - visit.from), 0);

/**
 * The activities before and after the open one, for *previous* and *next*. Before the start, next is the first; in a workshop
 * that was reopened, the last that was open is the one to go back to.
 */
export function neighbours({ agenda, currentActivity }: Pick<WorkshopState, 'agenda' | 'currentActivity'>): {
  readonly previous: Activity | null;
  readonly next: Activity | null;
} {
  const current = agenda.findIndex((activity) => activity.id === currentActivity);
  if (current >= 0) return { previous: agenda[current - 1] ?? null, next: agenda[current + 1] ?? null };
  const last = lastOpened(agenda);
  return { previous: agenda[last] ?? null, next: agenda[last + 1] ?? null };
}

/** Where in the agenda the room was last; -1 before the start. */
function lastOpened(agenda: readonly Activity[]): number {
  const openedAt = agenda.map((activity) => activity.visits.at(-1)?.from ?? -Infinity);
  const latest = Math.max(...openedAt);
  return latest === -Infinity ? -1 : openedAt.indexOf(latest);
}
