import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { migrate } from '#server/storage/migrations/migrate.ts';
import type { Migration } from '#server/storage/migrations/migration.ts';
import type { StoreDialect } from '#server/storage/store-dialect.ts';

export interface EmptyDatabase {
  readonly database: Kysely<unknown>;
  readonly dialect: StoreDialect;
}

/** `open` gives a new connection to one empty database per test, as another server would have. */
export function migrationsContract(makeDatabase: () => Promise<{ open(): Promise<EmptyDatabase> }>): void {
  describe('migrations', () => {
    test('run once, in their order', async () => {
      const { database, dialect } = await (await makeDatabase()).open();
      const ran: string[] = [];
      const one = migration('001', ran);
      const two = migration('002', ran);

      await migrate(database, dialect, [one]);
      await migrate(database, dialect, [one, two]);
      await migrate(database, dialect, [one, two]);

      expect(ran).toEqual(['001', '002']);
    });

    test('run once when several servers start at the same time', async () => {
      const place = await makeDatabase();
      const servers = [await place.open(), await place.open(), await place.open()];
      const ran: string[] = [];

      await Promise.all(
        servers.map(({ database, dialect }) =>
          migrate(database, dialect, [migration('001', ran), migration('002', ran)]),
        ),
      );

      expect(ran).toEqual(['001', '002']);
    });

    test('leave nothing of one that fails, and keep those before it', async () => {
      const { database, dialect } = await (await makeDatabase()).open();
      const ran: string[] = [];
      const failing: Migration = {
        name: '002',
        async up(transaction) {
          await createTable(transaction, 'half');
          throw new Error('in the middle');
        },
      };

      await expect(migrate(database, dialect, [migration('001', ran), failing])).rejects.toThrow(
        'in the middle',
      );

      expect(await tablesOf(database)).toEqual(['migration', 'table_001']);
      await migrate(database, dialect, [migration('001', ran), migration('002', ran)]);
      expect(await tablesOf(database)).toEqual(['migration', 'table_001', 'table_002']);
    });

    test('refuse a database that a newer version has written', async () => {
      const { database, dialect } = await (await makeDatabase()).open();
      await migrate(database, dialect, [migration('001', []), migration('002', [])]);

      await expect(migrate(database, dialect, [migration('001', [])])).rejects.toThrow('newer version');
    });
  });
}

const migration = (name: string, ran: string[]): Migration => ({
  name,
  async up(transaction) {
    ran.push(name);
    await createTable(transaction, `table_${name}`);
  },
});

async function createTable(database: Kysely<unknown>, name: string): Promise<void> {
  await database.schema.createTable(name).addColumn('id', 'text').execute();
}

const tablesOf = async (database: Kysely<unknown>) =>
  (await database.introspection.getTables()).map(({ name }) => name).toSorted();
