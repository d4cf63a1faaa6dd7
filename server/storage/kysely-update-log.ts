import type { Kysely } from 'kysely';
import type { Logger } from '../logger.ts';
import { GroupCommit, type CommitGroup } from './group-commit.ts';
import type { StorageSchema } from './schema.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot-codec.ts';
import { StorageError } from './storage-error.ts';
import type { LogAppend, LogRow, StoredDocument, UpdateLog } from './update-log.ts';

/** One `append`: what it asked for and each document's last sequence. */
export type CommitAppends = CommitGroup<readonly LogAppend[], ReadonlyMap<string, number>>;

export interface KyselyUpdateLogOptions {
  readonly database: Kysely<StorageSchema>;
  /** The hot path, which each database does in its own way. */
  readonly commitAppends: CommitAppends;
  readonly logger: Logger;
}

/** The newest may turn out to be damaged; then the one before serves, and after it the log from its beginning. */
const SNAPSHOTS_KEPT = 2;

export class KyselyUpdateLog implements UpdateLog {
  readonly #database: Kysely<StorageSchema>;
  readonly #appends: GroupCommit<readonly LogAppend[], ReadonlyMap<string, number>>;
  readonly #logger: Logger;

  constructor({ database, commitAppends, logger }: KyselyUpdateLogOptions) {
    this.#database = database;
    this.#appends = new GroupCommit(commitAppends);
    this.#logger = logger;
  }

  async create(document: string, firstUpdate: Uint8Array, at: number): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      const created = await transaction
        .insertInto('document')
        .values({ id: document, epoch: 1, seq: 1 })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      if (created === undefined) return;
      await transaction
        .insertInto('document_update')
        .values({ document, seq: 1, at, seat: 'server', kind: 'server', data: firstUpdate })
        .execute();
    });
  }

  append(batch: readonly LogAppend[]): Promise<ReadonlyMap<string, number>> {
    return this.#appends.add(batch);
  }

  async load(document: string): Promise<StoredDocument | null> {
    const stored = await this.#database
      .selectFrom('document')
      .select('epoch')
      .where('id', '=', document)
      .executeTakeFirst();
    if (stored === undefined) return null;
    const snapshot = await this.#newestValidSnapshot(document);
    // No transaction is needed: the log only grows, so what comes after the snapshot is whole whenever it is read.
    const tail = await this.#rows(document, snapshot?.seq ?? 0).execute();
    return { epoch: stored.epoch, snapshot, tail };
  }

  async since(document: string, seq: number, limit: number): Promise<readonly LogRow[]> {
    return this.#rows(document, seq).limit(limit).execute();
  }

  async saveSnapshot(document: string, seq: number, stateV2: Uint8Array, at: number): Promise<void> {
    const encoded = await encodeSnapshot(stateV2);
    await this.#database.transaction().execute(async (transaction) => {
      const covered = await transaction
        .selectFrom('document')
        .select('id')
        .where('id', '=', document)
        .where('seq', '>=', seq)
        .executeTakeFirst();
      if (covered === undefined) throw new StorageError('failed', `The log of ${document} has no row ${seq}`);
      await transaction
        .insertInto('document_snapshot')
        .values({ document, seq, at, ...encoded })
        .onConflict((conflict) => conflict.columns(['document', 'seq']).doUpdateSet({ at, ...encoded }))
        .execute();
      const kept = await transaction
        .selectFrom('document_snapshot')
        .select('seq')
        .where('document', '=', document)
        .orderBy('seq', 'desc')
        .limit(SNAPSHOTS_KEPT)
        .execute();
      await transaction
        .deleteFrom('document_snapshot')
        .where('document', '=', document)
        .where('seq', '<', Math.min(...kept.map((row) => row.seq)))
        .execute();
    });
  }

  async owners(document: string): Promise<ReadonlyMap<number, string>> {
    const rows = await this.#database
      .selectFrom('client_owner')
      .select(['client', 'seat'])
      .where('document', '=', document)
      .execute();
    return new Map(rows.map(({ client, seat }) => [client, seat]));
  }

  /** Resolves when every append asked for so far is committed or refused. */
  idle(): Promise<void> {
    return this.#appends.idle();
  }

  async #newestValidSnapshot(document: string): Promise<StoredDocument['snapshot']> {
    const seqs = await this.#database
      .selectFrom('document_snapshot')
      .select('seq')
      .where('document', '=', document)
      .orderBy('seq', 'desc')
      .execute();
    for (const { seq } of seqs) {
      const stateV2 = await this.#snapshotAt(document, seq);
      if (stateV2 !== null) return { seq, stateV2 };
      this.#logger.error('storage.snapshot-damaged', { document, seq });
    }
    return null;
  }

  async #snapshotAt(document: string, seq: number): Promise<Uint8Array | null> {
    const row = await this.#database
      .selectFrom('document_snapshot')
      .select(['state', 'sha256'])
      .where('document', '=', document)
      .where('seq', '=', seq)
      .executeTakeFirst();
    return row === undefined ? null : decodeSnapshot(row);
  }

  #rows(document: string, after: number) {
    return this.#database
      .selectFrom('document_update')
      .select(['seq', 'at', 'seat', 'kind', 'data as update'])
      .where('document', '=', document)
      .where('seq', '>', after)
      .orderBy('seq');
  }
}
