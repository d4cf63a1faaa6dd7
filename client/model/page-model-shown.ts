import * as v from 'valibot';
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
}

const coordinate = v.pipe(v.number(), v.finite());

const ShownSchema = v.object({
  user: v.object({ seat: v.pipe(v.string(), v.maxLength(40)) }),
  cursor: v.nullable(v.tuple([coordinate, coordinate])),
  drag: v.nullable(v.record(v.string(), v.tuple([coordinate, coordinate, coordinate, coordinate]))),
});

/** Presence comes from other people's browsers as they please; `null` for what is not of the form. */
export function parseShown(state: unknown): Shown | null {
  const parsed = v.safeParse(ShownSchema, state);
  if (!parsed.success) return null;
  const { user, cursor, drag } = parsed.output;
  return { user: { seat: user.seat as SeatId }, cursor, drag };
}
