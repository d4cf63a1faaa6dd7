import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StorageOptions } from './kysely-storage.ts';
import { openPostgresStorage } from './postgres/postgres-storage.ts';
import { openSqlite } from './sqlite/sqlite-database.ts';
import { sqliteStorage } from './sqlite/sqlite-storage.ts';
import type { Storage } from './storage.ts';

/** One file in a directory of ours, or a PostgreSQL database that several servers may share. */
export type StorageLocation = { readonly dataDirectory: string } | { readonly databaseUrl: string };

export const SQLITE_FILE_NAME = 'vagval.sqlite';

/** Opens the store, makes it when it is not there, and brings it up to date. Rejects when it cannot be had. */
export function openStorage(location: StorageLocation, options: StorageOptions): Promise<Storage> {
  return 'dataDirectory' in location
    ? openSqliteStorage(location.dataDirectory, options)
    : openPostgresStorage(location.databaseUrl, options);
}

async function openSqliteStorage(directory: string, options: StorageOptions): Promise<Storage> {
  await mkdir(directory, { recursive: true });
  const database = await openSqlite(join(directory, SQLITE_FILE_NAME));
  return closedOnFailure(database, () => sqliteStorage(database, options));
}

async function closedOnFailure<T>(opened: { close(): Promise<void> }, next: () => Promise<T>): Promise<T> {
  try {
    return await next();
  } catch (error) {
    await opened.close();
    throw error;
  }
}
