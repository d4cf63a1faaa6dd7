import { sql, type Transaction } from 'kysely';
import type { StorageSchema } from '../schema.ts';
import type { StoreDialect } from '../store-dialect.ts';

/** Any number that nobody else uses in the same database. */
const MIGRATION_LOCK = 7_282_401_551;

export const postgresStoreDialect: StoreDialect = {
  blob: sql`bytea`,
  // Rows lie where there is room, in the order they came; see `sealBallots`.
  orderedByKey: (table) => table,
  locked: (query, lock) => (lock === 'shared' ? query.forShare() : query.forUpdate()),
  async lockMigrations(transaction) {
    await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
  },
  /**
   * A row carries the number of the transaction that wrote it: a secret ballot the same one as its voter's receipt. Both
   * are therefore written anew by the transaction that closes the poll, in the order of their keys.
   */
  async sealBallots(transaction, polls) {
    await writeAnew(transaction, 'ballot_secret', 'ballot_id', polls);
    await writeAnew(transaction, 'poll_receipt', 'voter', polls);
  },
  /** The rows as they were are still in the table's file until it is vacuumed. */
  async forgetSealedBallots(database) {
    await sql`VACUUM ballot_secret`.execute(database);
    await sql`VACUUM poll_receipt`.execute(database);
  },
};

async function writeAnew(
  transaction: Transaction<StorageSchema>,
  table: 'ballot_secret' | 'poll_receipt',
  key: string,
  polls: readonly string[],
): Promise<void> {
  await sql`
    WITH taken_out AS (DELETE FROM ${sql.table(table)} WHERE poll = any(${polls}::text[]) RETURNING *)
    INSERT INTO ${sql.table(table)} SELECT * FROM taken_out ORDER BY poll, ${sql.ref(key)}`.execute(
    transaction,
  );
}
