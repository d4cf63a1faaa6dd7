import { Kysely, PostgresDialect } from 'kysely';
import { kyselyStorage, type StorageOptions } from '../kysely-storage.ts';
import type { StorageSchema } from '../schema.ts';
import type { Storage } from '../storage.ts';
import { postgresCommitAppends } from './commit-appends.ts';
import { postgresPool } from './postgres-pool.ts';
import { postgresStoreDialect } from './postgres-store-dialect.ts';

/** The stores in a PostgreSQL database (13 or later), which several servers may share. */
export async function openPostgresStorage(databaseUrl: string, options: StorageOptions): Promise<Storage> {
  const pool = postgresPool(databaseUrl, options.logger);
  const database = new Kysely<StorageSchema>({ dialect: new PostgresDialect({ pool }) });
  const parts = {
    database,
    dialect: postgresStoreDialect,
    commitAppends: postgresCommitAppends(database),
    // Kysely ends the pool.
    close: () => Promise.resolve(),
  };
  try {
    return await kyselyStorage(parts, options);
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
