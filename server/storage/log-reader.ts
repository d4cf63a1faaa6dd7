import type { Kysely } from 'kysely';
import type { StorageSchema } from './schema.ts';
import { decodeSegment } from './segment-codec.ts';
import { StorageError } from './storage-error.ts';
import type { LogRow } from './update-log.ts';

/** Rows read at a time, where they do not lie in a segment: few enough to be held in memory whatever is in them. */
const PIECE_ROWS = 500;

/** How often rows may be packed just while they are read before it is taken for a hole in the log. */
const ATTEMPTS = 3;

/**
 * Reads a document's log as one, though its cold part lies in segments and the rest in rows. No transaction is needed: rows
 * move from one to the other in one commit, oldest first, and the sequence is dense, so a row that is missed has just moved.
 */
export class LogReader {
  readonly #database: Kysely<StorageSchema>;

  constructor(database: Kysely<StorageSchema>) {
    this.#database = database;
  }

  /** Some of the rows after `after` and up to `to`, oldest first: a segment's rest, or as many. Empty where the log ends, and only there. */
  async piece(document: string, after: number, to: number): Promise<readonly LogRow[]> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const cold = await this.#segmentWith(document, after + 1);
      if (cold !== null) return cold.filter(({ seq }) => seq > after && seq <= to);
      const limit = Math.min(PIECE_ROWS, to - after);
      const rows = await this.#rows(document).where('seq', '>', after).orderBy('seq').limit(limit).execute();
      if (rows[0] === undefined || rows[0].seq === after + 1) return rows;
    }
    throw new StorageError('failed', `The log of ${document} has no row ${after + 1}`);
  }

  /** All rows after `after`, up to and including `to`. */
  async *pieces(document: string, after: number, to = Infinity): AsyncGenerator<readonly LogRow[]> {
    for (let seq = after; seq < to;) {
      const piece = await this.piece(document, seq, to);
      const last = piece.at(-1);
      if (last === undefined) return;
      yield piece;
      seq = last.seq;
    }
  }

  /** The sequence of the last row of that time or before; 0 when there is none. */
  async seqAt(document: string, time: number): Promise<number> {
    // The databases' integers end before ours do.
    const at = Math.min(time, Number.MAX_SAFE_INTEGER);
    const row = await this.#rows(document)
      .where('at', '<=', at)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return row.seq;
    const segment = await this.#segments(document)
      .where('from_at', '<=', at)
      .orderBy('from_seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (segment === undefined) return 0;
    const rows = await decodeSegment(segment, segment.from_seq);
    return rows.findLast((cold) => cold.at <= at)?.seq ?? 0;
  }

  async #segmentWith(document: string, seq: number): Promise<readonly LogRow[] | null> {
    const nearest = await this.#database
      .selectFrom('document_segment')
      .select(['from_seq', 'to_seq'])
      .where('document', '=', document)
      .where('from_seq', '<=', seq)
      .orderBy('from_seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (nearest === undefined || nearest.to_seq < seq) return null;
    const segment = await this.#segments(document)
      .where('from_seq', '=', nearest.from_seq)
      .executeTakeFirstOrThrow();
    return decodeSegment(segment, segment.from_seq);
  }

  #segments(document: string) {
    return this.#database
      .selectFrom('document_segment')
      .select(['from_seq', 'data', 'sha256'])
      .where('document', '=', document);
  }

  #rows(document: string) {
    return this.#database
      .selectFrom('document_update')
      .select(['seq', 'at', 'seat', 'kind', 'data as update'])
      .where('document', '=', document);
  }
}
