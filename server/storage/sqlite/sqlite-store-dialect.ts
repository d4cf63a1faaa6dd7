import { sql } from 'kysely';
import type { StoreDialect } from '../store-dialect.ts';

export const sqliteStoreDialect: StoreDialect = {
  blob: sql`blob`,
  orderedByKey: (table) => table.modifyEnd(sql`without rowid`),
  // A transaction already has the database to itself.
  locked: (query) => query,
  lockMigrations: () => Promise.resolve(),
  // Tables without a rowid lie in the order of their key from the start.
  sealBallots: () => Promise.resolve(),
  /** The write-ahead log holds pages in the order they were written: it is emptied into the database file. */
  async forgetSealedBallots(database) {
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  },
};
