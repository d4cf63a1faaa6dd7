import type { Box } from '#shared/content/board-object.ts';
import type { SeatId } from '#shared/kernel/ids.ts';

/** What one client shows the others of what it is doing: its presence state. */
export interface Shown {
  /** Written over by the server with the seat of the connection, so that nobody points with another's hand. */
  readonly user: { readonly seat: SeatId };
  /** Board coordinates of the pointer. */
  readonly cursor: readonly [x: number, y: number] | null;
  /** Boxes of what is being dragged, by object id. */
  readonly drag: Readonly<Record<string, Box>> | null;
  /** The line being drawn or pointed with, for the board to read (`board/ink/shown-ink.ts`). */
  readonly ink: Readonly<Record<string, unknown>> | null;
  /** What this person has selected and in view, for the board to read (`board/attention.ts`). */
  readonly about: Readonly<Record<string, unknown>> | null;
}

const SEAT_LENGTH_MAX = 40;

/**
 * Presence comes from other people's browsers as they please; `null` for what is not of the form, and nothing for what a tab of another
 * version leaves out. Read by hand: a schema library for these few fields would be more than all the rest of presence, on every phone.
 */
export function parseShown(state: unknown): Shown | null {
  if (!isRecord(state) || !isRecord(state['user'])) return null;
  const { seat } = state['user'];
  const { cursor, drag, ink, about } = state;
  if (typeof seat !== 'string' || seat.length > SEAT_LENGTH_MAX) return null;
  if (cursor !== null && !isCoordinates(cursor, 2)) return null;
  if (drag !== null && !(isRecord(drag) && Object.values(drag).every((box) => isCoordinates(box, 4))))
    return null;
  return {
    user: { seat: seat as SeatId },
    cursor: cursor as Shown['cursor'],
    drag: drag as Shown['drag'],
    ink: isRecord(ink) ? ink : null,
    about: isRecord(about) ? about : null,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCoordinates = (value: unknown, count: number): boolean =>
  Array.isArray(value) && value.length === count && value.every(Number.isFinite);
