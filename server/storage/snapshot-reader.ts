import type { Kysely } from 'kysely';
import type { Logger } from '../logger.ts';
import type { Keyframe } from './log-history.ts';
import type { StorageSchema } from './schema.ts';
import { decodeSnapshot } from './snapshot-codec.ts';

/** Finds the newest snapshot that can still be read; those that cannot are passed over, and said so. */
export class SnapshotReader {
  readonly #database: Kysely<StorageSchema>;
  readonly #logger: Logger;

  constructor(database: Kysely<StorageSchema>, logger: Logger) {
    this.#database = database;
    this.#logger = logger;
  }

  /** Of row `atMost` or one before. */
  async newest(document: string, atMost = Number.MAX_SAFE_INTEGER): Promise<Keyframe | null> {
    const kept = await this.#database
      .selectFrom('document_snapshot')
      .select('seq')
      .where('document', '=', document)
      .where('seq', '<=', atMost)
      .orderBy('seq', 'desc')
      .execute();
    for (const { seq } of kept) {
      const stateV2 = await this.#stateAt(document, seq);
      if (stateV2 !== null) return { seq, stateV2 };
    }
    return null;
  }

  async #stateAt(document: string, seq: number): Promise<Uint8Array | null> {
    const row = await this.#database
      .selectFrom('document_snapshot')
      .select(['state', 'sha256'])
      .where('document', '=', document)
      .where('seq', '=', seq)
      .executeTakeFirst();
    // Thinned out since the list was read.
    if (row === undefined) return null;
    const stateV2 = await decodeSnapshot(row);
    if (stateV2 === null) this.#logger.error('storage.snapshot-damaged', { document, seq });
    return stateV2;
  }
}
