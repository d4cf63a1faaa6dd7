import type { Kysely } from 'kysely';
import type { StorageSchema } from './schema.ts';
import { decodeSegment } from './segment-codec.ts';
import { StorageError } from './storage-error.ts';
import type { LogRow } from './update-log.ts';

/** Rows read at a time: enough to make a query worth while, few enough to be held in memory whatever is in them. */
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

  /** Some of the rows after `seq`, oldest first, at most `limit`; empty at the end of the log and only there. */
  async piece(document: string, seq: number, limit: number): Promise<readonly LogRow[]> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const cold = await this.#segmentWith(document, seq + 1);
      if (cold !== null) return cold.filter((row) => row.seq > seq).slice(0, limit);
      const rows = await this.#rows(document).where('seq', '>', seq).orderBy('seq').limit(limit).execute();
      if (rows[0] === undefined || rows[0].seq === seq + 1) return rows;
    }
    throw new StorageError('failed', `The log of ${document} has no row ${seq + 1}`);
  }

  /** All rows after `after`, up to and including `to`. */
  async *pieces(document: string, after: number, to = Infinity): AsyncGenerator<readonly LogRow[]> {
    for (let seq = after; seq < to;) {
      const piece = await this.piece(document, seq, Math.min(PIECE_ROWS, to - seq));
      const last = piece.at(-1);
      if (last === undefined) return;
      yield piece;
      seq = last.seq;
    }
  }

  /** The sequence of the last row of that time or before; 0 when there is none. */
  async seqAt(document: string, at: number): Promise<number> {
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
