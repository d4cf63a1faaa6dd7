import { Kysely } from 'kysely';
import { kyselyStorage, type StorageOptions } from '../kysely-storage.ts';
import type { StorageSchema } from '../schema.ts';
import type { Storage } from '../storage.ts';
import { sqliteCommitAppends } from './commit-appends.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { sqliteKyselyDialect } from './sqlite-kysely-dialect.ts';
import { sqliteStoreDialect } from './sqlite-store-dialect.ts';

/** The stores over an open database, which closes with them. */
export function sqliteStorage(database: SqliteDatabase, options: StorageOptions): Promise<Storage> {
  return kyselyStorage(
    {
      database: new Kysely<StorageSchema>({ dialect: sqliteKyselyDialect(database) }),
      dialect: sqliteStoreDialect,
      commitAppends: sqliteCommitAppends(database),
      backupTo: async (file) => {
        await database.all('VACUUM INTO ?', [file]);
      },
      close: () => database.close(),
    },
    options,
  );
}
