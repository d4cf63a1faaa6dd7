import type { CreateTableBuilder, Kysely, RawBuilder, SelectQueryBuilder, Transaction } from 'kysely';
import type { StorageSchema } from './schema.ts';

export type AnyTable = CreateTableBuilder<string, string>;

/** Where the two databases differ. Everything else is written once. */
export interface StoreDialect {
  readonly blob: RawBuilder<unknown>;
  /**
   * Rows stored in the order of their key and of nothing else. Where the database cannot do that (PostgreSQL),
   * `sealBallots` makes up for it.
   */
  orderedByKey(table: AnyTable): AnyTable;
  /** Keeps the selected rows until the transaction ends: shared, from changing; for update, for this transaction alone. */
  locked<T extends keyof StorageSchema, O>(
    query: SelectQueryBuilder<StorageSchema, T, O>,
    lock: 'shared' | 'for-update',
  ): SelectQueryBuilder<StorageSchema, T, O>;
  /** Keeps a second process from migrating at the same time, until the transaction ends. */
  lockMigrations(transaction: Transaction<unknown>): Promise<void>;
  /** In the transaction that closes or annuls the polls: removes what could tell in which order secret ballots came. */
  sealBallots(transaction: Transaction<StorageSchema>, polls: readonly string[]): Promise<void>;
  /** After that transaction: removes what the database's own log and dead rows could tell. */
  forgetSealedBallots(database: Kysely<StorageSchema>): Promise<void>;
}
