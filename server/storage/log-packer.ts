import { sql, type Kysely, type Transaction } from 'kysely';
import { must } from '#shared/kernel/assert.ts';
import type { Logger } from '../logger.ts';
import type { StorageSchema } from './schema.ts';
import { decodeSegment, encodeSegment, type EncodedSegment } from './segment-codec.ts';
import type { LogRow } from './update-log.ts';

/** Rows of a segment: few enough to be read for one of them, enough to compress well. */
const SEGMENT_ROWS = 1_000;
/** A segment of large rows ends sooner. */
const SEGMENT_BYTES = 1024 * 1024;

/** Somebody else has packed the same rows. */
class PackedMeanwhile extends Error {}

/**
 * Moves rows that loading no longer needs into compressed segments. Compressing is done outside the transaction, by threads
 * of Node's; the transaction takes out exactly the rows that were compressed, or nothing. Only full segments are made: what is left
 * over waits until there is more of it.
 */
export class LogPacker {
  readonly #database: Kysely<StorageSchema>;
  readonly #logger: Logger;
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(database: Kysely<StorageSchema>, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Returns how many rows were packed. One run at a time of a document; each sees the snapshots that were there when it was asked for. */
  pack(document: string): Promise<number> {
    const before = this.#underWay.get(document) ?? Promise.resolve();
    const packing = before.catch(() => {}).then(() => this.#pack(document));
    this.#underWay.set(document, packing);
    const forget = (): void => {
      if (this.#underWay.get(document) === packing) this.#underWay.delete(document);
    };
    packing.then(forget, forget);
    return packing;
  }

  /** Packs when there is time for it. A log that was not packed is as whole as one that was, so a failure is only noted. */
  packSoon(document: string): void {
    this.pack(document).catch((error: unknown) => {
      this.#logger.error('storage.packing-failed', { document, error: String(error) });
    });
  }

  /** Resolves when nothing is being packed. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#underWay.values());
  }

  async #pack(document: string): Promise<number> {
    let packed = 0;
    for (;;) {
      const rows = await this.#nextRows(document);
      if (rows.length === 0) return packed;
      if (await this.#packRows(document, rows)) packed += rows.length;
    }
  }

  /** The oldest rows, if they fill a segment and all of them are behind the snapshot before the newest. */
  async #nextRows(document: string): Promise<readonly LogRow[]> {
    const previous = await this.#database
      .selectFrom('document_snapshot')
      .select('seq')
      .where('document', '=', document)
      .orderBy('seq', 'desc')
      .offset(1)
      .limit(1)
      .executeTakeFirst();
    if (previous === undefined) return [];
    const oldest = await this.#database
      .selectFrom('document_update')
      .select(['seq', sql<number>`length(data)`.as('bytes')])
      .where('document', '=', document)
      .where('seq', '<=', previous.seq)
      .orderBy('seq')
      .limit(SEGMENT_ROWS)
      .execute();
    const last = endOfSegment(oldest);
    if (last === null) return [];
    return this.#database
      .selectFrom('document_update')
      .select(['seq', 'at', 'seat', 'kind', 'data as update'])
      .where('document', '=', document)
      .where('seq', '<=', last)
      .orderBy('seq')
      .execute();
  }

  /** `false` when somebody else was first. */
  async #packRows(document: string, rows: readonly LogRow[]): Promise<boolean> {
    const segment = await encodeSegment(rows);
    await assertReadable(segment, rows);
    try {
      await this.#database
        .transaction()
        .execute((transaction) => exchange(transaction, document, rows, segment));
      return true;
    } catch (error) {
      if (error instanceof PackedMeanwhile) return false;
      throw error;
    }
  }
}

/** The sequence a segment that begins with these rows ends at; `null` when they do not fill one. */
function endOfSegment(rows: readonly { readonly seq: number; readonly bytes: number }[]): number | null {
  let bytes = 0;
  for (const row of rows) {
    bytes += row.bytes;
    if (bytes >= SEGMENT_BYTES) return row.seq;
  }
  return rows.length < SEGMENT_ROWS ? null : (rows.at(-1)?.seq ?? null);
}

async function exchange(
  transaction: Transaction<StorageSchema>,
  document: string,
  rows: readonly LogRow[],
  segment: EncodedSegment,
): Promise<void> {
  const from = must(rows[0], 'the first row of a segment').seq;
  const to = must(rows.at(-1), 'the last row of a segment').seq;
  const { numDeletedRows } = await transaction
    .deleteFrom('document_update')
    .where('document', '=', document)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .executeTakeFirst();
  if (Number(numDeletedRows) !== rows.length) throw new PackedMeanwhile();
  const times = rows.map(({ at }) => at);
  await transaction
    .insertInto('document_segment')
    .values({
      document,
      from_seq: from,
      to_seq: to,
      from_at: Math.min(...times),
      to_at: Math.max(...times),
      ...segment,
    })
    .execute();
}

/** What is about to be deleted is read back first. */
async function assertReadable(segment: EncodedSegment, rows: readonly LogRow[]): Promise<void> {
  const read = await decodeSegment(segment, must(rows[0], 'the first row of a segment').seq);
  const same = read.length === rows.length && rows.every((row, index) => isSame(row, read[index]));
  if (!same) throw new Error('a segment does not read as what it was made of');
}

const isSame = (row: LogRow, read: LogRow | undefined): boolean =>
  read?.seq === row.seq &&
  read.at === row.at &&
  read.seat === row.seat &&
  read.kind === row.kind &&
  Buffer.from(read.update).equals(row.update);
