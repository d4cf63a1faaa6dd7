import type { Kysely } from 'kysely';
import { GroupCommit, type CommitGroup } from './group-commit.ts';
import { superfluous } from './keyframes.ts';
import type { LogPacker } from './log-packer.ts';
import type { LogReader } from './log-reader.ts';
import type { StorageSchema } from './schema.ts';
import type { EncodedSnapshot } from './snapshot-codec.ts';
import type { SnapshotReader } from './snapshot-reader.ts';
import { StorageError } from './storage-error.ts';
import type { LogAppend, LogRow, StoredDocument, UpdateLog } from './update-log.ts';

/** One `append`: what it asked for and each document's last sequence. */
export type CommitAppends = CommitGroup<readonly LogAppend[], ReadonlyMap<string, number>>;

export interface KyselyUpdateLogOptions {
  readonly database: Kysely<StorageSchema>;
  /** The hot path, which each database does in its own way. */
  readonly commitAppends: CommitAppends;
  readonly log: LogReader;
  readonly snapshots: SnapshotReader;
  readonly packer: LogPacker;
}

export class KyselyUpdateLog implements UpdateLog {
  readonly #database: Kysely<StorageSchema>;
  readonly #appends: GroupCommit<readonly LogAppend[], ReadonlyMap<string, number>>;
  readonly #log: LogReader;
  readonly #snapshots: SnapshotReader;
  readonly #packer: LogPacker;

  constructor({ database, commitAppends, log, snapshots, packer }: KyselyUpdateLogOptions) {
    this.#database = database;
    this.#appends = new GroupCommit(commitAppends);
    this.#log = log;
    this.#snapshots = snapshots;
    this.#packer = packer;
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
    const snapshot = await this.#snapshots.newest(document);
    // No transaction is needed: the log only grows, so what comes after the snapshot is whole whenever it is read.
    const tail = await this.since(document, snapshot?.seq ?? 0, Infinity);
    return { epoch: stored.epoch, snapshot, tail };
  }

  async since(document: string, seq: number, limit: number): Promise<readonly LogRow[]> {
    const rows: LogRow[] = [];
    for await (const piece of this.#log.pieces(document, seq, seq + limit)) rows.push(...piece);
    return rows;
  }

  async heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (documents.length === 0) return new Map();
    const rows = await this.#database
      .selectFrom('document')
      .select(['id', 'seq'])
      .where('id', 'in', documents)
      .execute();
    return new Map(rows.map(({ id, seq }) => [id, seq]));
  }

  async saveSnapshot(document: string, seq: number, encoded: EncodedSnapshot, at: number): Promise<void> {
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
        .orderBy('seq')
        .execute();
      const dropped = superfluous(kept.map((row) => row.seq));
      if (dropped.length === 0) return;
      await transaction
        .deleteFrom('document_snapshot')
        .where('document', '=', document)
        .where('seq', 'in', dropped)
        .execute();
    });
    this.#packer.packSoon(document);
  }

  async owners(document: string): Promise<ReadonlyMap<number, string>> {
    const rows = await this.#database
      .selectFrom('client_owner')
      .select(['client', 'seat'])
      .where('document', '=', document)
      .execute();
    return new Map(rows.map(({ client, seat }) => [client, seat]));
  }

  /** Resolves when every append asked for so far is committed or refused, and nothing is being packed. */
  async idle(): Promise<void> {
    await this.#appends.idle();
    await this.#packer.idle();
  }
}
