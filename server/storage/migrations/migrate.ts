import type { Kysely, Transaction } from 'kysely';
import type { StoreDialect } from '../store-dialect.ts';
import type { Migration } from './migration.ts';

interface MigrationSchema {
  migration: { name: string };
}

/**
 * Brings the database to the form this version works with: every migration that was not applied yet, in order, each in
 * a transaction of its own. Several servers may start at once. Throws when the database was written by a newer version.
 */
export async function migrate(
  database: Kysely<unknown>,
  dialect: StoreDialect,
  migrations: readonly Migration[],
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await dialect.lockMigrations(transaction);
    await createMigrationTable(transaction);
    assertNoneIsUnknown(await appliedIn(transaction), migrations);
  });
  for (const migration of migrations) {
    await database.transaction().execute(async (transaction) => {
      await dialect.lockMigrations(transaction);
      if ((await appliedIn(transaction)).has(migration.name)) return;
      await migration.up(transaction, dialect);
      await inMigrationTable(transaction).insertInto('migration').values({ name: migration.name }).execute();
    });
  }
}

async function createMigrationTable(transaction: Transaction<unknown>): Promise<void> {
  await transaction.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .execute();
}

async function appliedIn(transaction: Transaction<unknown>): Promise<ReadonlySet<string>> {
  const rows = await inMigrationTable(transaction).selectFrom('migration').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}

function assertNoneIsUnknown(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new Error(`The database was written by a newer version of the server (${unknown.join(', ')})`);
}

const inMigrationTable = (transaction: Transaction<unknown>) =>
  transaction as unknown as Transaction<MigrationSchema>;
