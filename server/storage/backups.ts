import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql, type Transaction } from 'kysely';
import { copyStore, emptyStore, type Copied } from './copy-store.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { migrate } from './migrations/migrate.ts';
import type { StorageSchema } from './schema.ts';
import { openSqlite } from './sqlite/sqlite-database.ts';
import { sqliteKyselyDialect } from './sqlite/sqlite-kysely-dialect.ts';
import { sqliteStoreDialect } from './sqlite/sqlite-store-dialect.ts';

/** Whether the store is being replaced, and since which restore it is what it is. */
export interface Standing {
  readonly isRestoring: boolean;
  readonly generation: string;
}

/** All that is kept, in and out of one file: a SQLite database whatever the store is, so that a backup can move between the two. */
export interface StoreBackups {
  /** Writes what is committed now to a new file, while servers go on. Rejects when the file is there already. */
  backup(file: string): Promise<void>;
  /**
   * Replaces everything by what the file holds. Servers are told first and let go of what they have in memory; every page begins a new
   * epoch, so that no copy of the time in between is merged into it. All or nothing.
   */
  restore(file: string): Promise<Copied>;
  standing(): Promise<Standing>;
}

export interface BackupsOptions {
  readonly database: Kysely<StorageSchema>;
  /** The quick way where the store is a SQLite database itself. */
  readonly backupTo?: (file: string) => Promise<void>;
  /** How long servers take to notice that the store is being replaced, ms: several times their interval. */
  readonly lettingGoMs?: number;
}

const LETTING_GO_MS = 4_000;
/** A restore that died without a word holds up the servers no longer than this. */
const RESTORING_MAX_MS = 10 * 60_000;

export class KyselyBackups implements StoreBackups {
  readonly #database: Kysely<StorageSchema>;
  readonly #backupTo: (file: string) => Promise<void>;
  readonly #lettingGoMs: number;

  constructor({ database, backupTo, lettingGoMs }: BackupsOptions) {
    this.#database = database;
    this.#backupTo = backupTo ?? ((file) => this.#copyTo(file));
    this.#lettingGoMs = lettingGoMs ?? LETTING_GO_MS;
  }

  async backup(file: string): Promise<void> {
    if (await exists(file)) throw new Error(`${file} is there already`);
    try {
      await this.#backupTo(file);
      // It holds the links of every workshop's leader.
      await chmod(file, 0o600);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }

  async restore(file: string): Promise<Copied> {
    return withOpenCopy(file, async (source) => {
      await put(this.#database, 'restoring', String(Date.now() + RESTORING_MAX_MS));
      try {
        await wait(this.#lettingGoMs);
        return await this.#database.transaction().execute((transaction) => replace(source, transaction));
      } finally {
        await put(this.#database, 'restoring', '0');
      }
    });
  }

  async standing(): Promise<Standing> {
    const rows = await this.#database.selectFrom('standing').selectAll().execute();
    const value = (id: string): string => rows.find((row) => row.id === id)?.value ?? '';
    return { isRestoring: Number(value('restoring')) > Date.now(), generation: value('generation') };
  }

  async #copyTo(file: string): Promise<void> {
    await withSqlite(file, (target) =>
      this.#database
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((source) => target.transaction().execute((transaction) => copyStore(source, transaction))),
    );
  }
}

async function replace(
  source: Kysely<StorageSchema>,
  transaction: Transaction<StorageSchema>,
): Promise<Copied> {
  const before = await transaction.selectFrom('document').select(['id', 'epoch']).execute();
  const epochs = new Map(before.map(({ id, epoch }) => [id, epoch]));
  await emptyStore(transaction);
  const copied = await copyStore(source, transaction);
  for (const { id, epoch } of await transaction.selectFrom('document').select(['id', 'epoch']).execute()) {
    const next = Math.max(epoch, epochs.get(id) ?? 0) + 1;
    await transaction.updateTable('document').set({ epoch: next }).where('id', '=', id).execute();
  }
  await put(transaction, 'generation', randomUUID());
  return copied;
}

async function put(store: Kysely<StorageSchema>, id: string, value: string): Promise<void> {
  await store
    .insertInto('standing')
    .values({ id, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute();
}

/** A copy, since bringing it up to date changes it. */
async function withOpenCopy<T>(file: string, use: (store: Kysely<StorageSchema>) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'vagval-restore-'));
  try {
    const copy = join(directory, 'backup.sqlite');
    await copyFile(file, copy);
    return await withSqlite(copy, async (store) => {
      const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(1)`.execute(store);
      if (rows[0]?.integrity_check !== 'ok') throw new Error(`${file} is damaged`);
      return use(store);
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function withSqlite<T>(file: string, use: (store: Kysely<StorageSchema>) => Promise<T>): Promise<T> {
  const opened = await openSqlite(file);
  const store = new Kysely<StorageSchema>({ dialect: sqliteKyselyDialect(opened) });
  try {
    await migrate(store as unknown as Kysely<unknown>, sqliteStoreDialect, allMigrations);
    return await use(store);
  } finally {
    await opened.close();
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
