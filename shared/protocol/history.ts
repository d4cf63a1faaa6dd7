import * as v from 'valibot';
import type { EpochMs } from '#shared/kernel/clock.ts';
import { ID_PATTERN, type ObjectId, type SeatId } from '#shared/kernel/ids.ts';

/**
 * The history of a page, under `/api/workshops/:id/pages/:page/history`. Whoever may read the page may read what it was, but not who wrote
 * what: attribution, and the seats of a playback, are the leader's. A moment is `?at=` (server time in ms) or `?seq=` (a row of the log); neither:
 * now. Before the page was there it is `unknown-moment`. Reading is rate-limited by seat.
 *
 *   GET  /                                 HistorySpan
 *   GET  /state?at=|seq=                   Yjs V2 encoding, gzipped; the header `vagval-moment` says `<row>.<its commit time>`
 *   GET  /playback?from=&to=               PlaybackStep frames (shared/protocol/playback.ts); both in ms, without them all of it
 *   GET  /attribution?at=|seq=  (leader)   PageAttribution
 *   POST /restore               (leader)   RestoreRequest: the command `restore-page`    204
 *   POST /revert                (leader)   RevertRequest: the command `revert-seat`      204
 */

/** Of a page's earlier state: `<row>.<its commit time in ms>`. */
export const MOMENT_HEADER = 'vagval-moment';

export interface HistorySpan {
  /** The last row's sequence. */
  readonly seq: number;
  /** When the page was made, and when it was last written to. */
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
}

/** A seat, `'server'` for what the template or the server wrote, `null` when the log does not say so beyond doubt. */
export type Writer = string | null;

/** Who wrote what stands on a page. */
export interface PageAttribution {
  readonly seq: number;
  readonly at: EpochMs;
  readonly objects: readonly ObjectAttribution[];
}

export interface ObjectAttribution {
  readonly id: ObjectId;
  /** Who put it there. */
  readonly writer: Writer;
  /** Who wrote each value last, by key. */
  readonly fields: Readonly<Record<string, Writer>>;
  /** The texts by key, in runs of one writer each; together they are the text. */
  readonly texts: Readonly<Record<string, readonly AttributedRun[]>>;
}

export interface AttributedRun {
  readonly writer: Writer;
  readonly text: string;
}

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const inQuery = v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), v.safeInteger());

export const MomentQuerySchema = v.union([
  v.strictObject({ at: inQuery }),
  v.strictObject({ seq: inQuery }),
  v.strictObject({}),
]);

export const PlaybackQuerySchema = v.strictObject({
  from: v.optional(inQuery, '0'),
  to: v.optional(inQuery, String(Number.MAX_SAFE_INTEGER)),
});

export const RestoreRequestSchema = v.strictObject({ to: wholeNumber });
export type RestoreRequest = v.InferInput<typeof RestoreRequestSchema>;

export const RevertRequestSchema = v.strictObject({
  seatId: v.pipe(
    v.string(),
    v.regex(ID_PATTERN),
    v.transform((id) => id as SeatId),
  ),
  since: wholeNumber,
});
export type RevertRequest = v.InferInput<typeof RevertRequestSchema>;
