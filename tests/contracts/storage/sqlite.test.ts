import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { silentLogger } from '#server/logger.ts';
import { SQLITE_FILE_NAME } from '#server/storage/open-storage.ts';
import { openSqlite, type SqliteDatabase } from '#server/storage/sqlite/sqlite-database.ts';
import { sqliteKyselyDialect } from '#server/storage/sqlite/sqlite-kysely-dialect.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { sqliteStoreDialect } from '#server/storage/sqlite/sqlite-store-dialect.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';
import { ballotStoreContract } from './ballot-store-contract.ts';
import { logHistoryContract } from './log-history-contract.ts';
import { migrationsContract } from './migrations-contract.ts';
import type { StorageHarness } from './storage-harness.ts';
import { pageFilesContract } from './page-files-contract.ts';
import { updateLogContract } from './update-log-contract.ts';
import { workshopStoreContract } from './workshop-store-contract.ts';

updateLogContract(sqliteHarness);
logHistoryContract(sqliteHarness);
workshopStoreContract(sqliteHarness);
ballotStoreContract(sqliteHarness);
pageFilesContract(sqliteHarness);

migrationsContract(async () => {
  const path = join(await temporaryDirectory(), SQLITE_FILE_NAME);
  return {
    async open() {
      const opened = await openSqlite(path);
      onTestFinished(() => opened.close());
      return {
        database: new Kysely<unknown>({ dialect: sqliteKyselyDialect(opened) }),
        dialect: sqliteStoreDialect,
      };
    },
  };
});

async function sqliteHarness(): Promise<StorageHarness> {
  const dataDirectory = await temporaryDirectory();
  const path = join(dataDirectory, SQLITE_FILE_NAME);
  let opened: SqliteDatabase | null = null;
  const running = () => {
    if (opened === null) throw new Error('The store was not opened yet');
    return opened;
  };
  const aside = async <T>(work: (database: DatabaseSyncInstance) => T): Promise<T> => {
    const database = new DatabaseSync(path);
    try {
      return await Promise.resolve(work(database));
    } finally {
      database.close();
    }
  };
  return {
    location: { dataDirectory },
    async open(logger = silentLogger) {
      opened = await openSqlite(path);
      return sqliteStorage(opened, { logger, random: randomBytes });
    },
    async fillDisk() {
      // SQLite answers as on a full disk. It makes of it the number of pages there are.
      await running().all('PRAGMA max_page_count = 1');
    },
    async makeRoom() {
      await running().all('PRAGMA max_page_count = 4294967294');
    },
    async damageSnapshot(document, seq) {
      await aside((database) =>
        database
          .prepare("UPDATE document_snapshot SET state = x'1f8b00' WHERE document = ? AND seq = ?")
          .run(document, seq),
      );
    },
    async damageSegment(document, fromSeq) {
      await aside((database) =>
        database
          .prepare("UPDATE document_segment SET data = x'1b00' WHERE document = ? AND from_seq = ?")
          .run(document, fromSeq),
      );
    },
    async addSnapshot(document, seq, { sha256, state }) {
      await aside((database) =>
        database
          .prepare('INSERT INTO document_snapshot (document, seq, at, sha256, state) VALUES (?, ?, 0, ?, ?)')
          .run(document, seq, sha256, state),
      );
    },
    async rowsOutsideSegments(document) {
      const sql = 'SELECT count(*) AS count FROM document_update WHERE document = ?';
      return aside((database) => (database.prepare(sql).get(document) as { count: number }).count);
    },
    async tracesOfSecretBallots(poll) {
      // Before anything else opens the file. The log is a history of pages: which ballot came with which receipt.
      const { size } = await stat(`${path}-wal`);
      const stored = (sql: string) => aside((database) => database.prepare(sql).all(poll).map(nameOf));
      return {
        ballotIds: await stored('SELECT ballot_id AS name FROM ballot_secret WHERE +poll = ?'),
        voters: await stored('SELECT voter AS name FROM poll_receipt WHERE +poll = ?'),
        pairs: size === 0 ? [] : [`${size} bytes of write-ahead log`],
      };
    },
    columnsOf: (table) =>
      aside((database) => database.prepare('SELECT name FROM pragma_table_info(?)').all(table).map(nameOf)),
  };
}

const nameOf = (row: unknown) => (row as { name: string }).name;
