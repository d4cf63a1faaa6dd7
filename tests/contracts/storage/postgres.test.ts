import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { silentLogger } from '#server/logger.ts';
import { postgresPool } from '#server/storage/postgres/postgres-pool.ts';
import { openPostgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import { postgresStoreDialect } from '#server/storage/postgres/postgres-store-dialect.ts';
import { startPostgresProxy } from '../../support/postgres-proxy.ts';
import { startPostgres, withClient, type PostgresServer } from '../../support/postgres.ts';
import { ballotStoreContract } from './ballot-store-contract.ts';
import { logHistoryContract } from './log-history-contract.ts';
import { migrationsContract } from './migrations-contract.ts';
import type { StorageHarness } from './storage-harness.ts';
import { pageFilesContract } from './page-files-contract.ts';
import { updateLogContract } from './update-log-contract.ts';
import { workshopStoreContract } from './workshop-store-contract.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.stop());

updateLogContract(postgresHarness);
logHistoryContract(postgresHarness);
workshopStoreContract(postgresHarness);
ballotStoreContract(postgresHarness);
pageFilesContract(postgresHarness);

migrationsContract(async () => {
  const databaseUrl = await server.createDatabase();
  return {
    open() {
      const pool = postgresPool(databaseUrl, silentLogger);
      const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      onTestFinished(() => database.destroy());
      return Promise.resolve({ database, dialect: postgresStoreDialect });
    },
  };
});

describe('a commit whose answer is lost', () => {
  test.each([
    ['is acknowledged when it took place', true],
    ['is rejected when it did not', false],
  ])('%s', async (_, passOn) => {
    const databaseUrl = await server.createDatabase();
    const proxy = await startPostgresProxy(databaseUrl);
    onTestFinished(() => proxy.stop());
    const storage = await openPostgresStorage(proxy.url, { logger: silentLogger, random: randomBytes });
    onTestFinished(() => storage.close());
    await storage.updateLog.create('page', new Uint8Array(), 1000);
    const append = (text: string) =>
      storage.updateLog.append([
        {
          document: 'page',
          rows: [{ update: Buffer.from(text), seat: 'alice', kind: 'edit', at: 2000 }],
          claims: [],
        },
      ]);

    proxy.cutNextCommit(passOn);
    const [outcome] = await Promise.allSettled([append('lost')]);

    expect(outcome.status).toBe(passOn ? 'fulfilled' : 'rejected');
    await append('next');
    const stored = await storage.updateLog.since('page', 1, 10);
    expect(stored.map(({ update }) => Buffer.from(update).toString())).toEqual(
      passOn ? ['lost', 'next'] : ['next'],
    );
  });
});

async function postgresHarness(): Promise<StorageHarness> {
  const databaseUrl = await server.createDatabase();
  const aside = <T>(sql: string, params: unknown[] = []): Promise<T[]> =>
    withClient(databaseUrl, async (client) => (await client.query(sql, params)).rows as T[]);
  const names = async (sql: string, params: unknown[]) =>
    (await aside<{ name: string }>(sql, params)).map(({ name }) => name);
  return {
    location: { databaseUrl },
    open: (logger = silentLogger) => openPostgresStorage(databaseUrl, { logger, random: randomBytes }),
    async fillDisk() {
      // A full disk for a test alone would take a file system of its own; this gives the error PostgreSQL gives on one.
      await aside(`
        CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
        END $$;
        CREATE TRIGGER full_disk BEFORE INSERT ON document_update EXECUTE FUNCTION disk_is_full();
        CREATE TRIGGER full_disk BEFORE INSERT ON document_segment EXECUTE FUNCTION disk_is_full();
        CREATE TRIGGER full_disk BEFORE INSERT ON session_event EXECUTE FUNCTION disk_is_full();`);
    },
    async makeRoom() {
      await aside('DROP FUNCTION disk_is_full CASCADE');
    },
    async damageSnapshot(document, seq) {
      await aside("UPDATE document_snapshot SET state = '\\x1f8b00' WHERE document = $1 AND seq = $2", [
        document,
        seq,
      ]);
    },
    async damageSegment(document, fromSeq) {
      await aside("UPDATE document_segment SET data = '\\x1b00' WHERE document = $1 AND from_seq = $2", [
        document,
        fromSeq,
      ]);
    },
    async addSnapshot(document, seq, { sha256, state }) {
      await aside(
        'INSERT INTO document_snapshot (document, seq, at, sha256, state) VALUES ($1, $2, 0, $3, $4)',
        [document, seq, sha256, state],
      );
    },
    async rowsOutsideSegments(document) {
      const [row] = await aside<{ count: string }>(
        'SELECT count(*) AS count FROM document_update WHERE document = $1',
        [document],
      );
      return Number(row?.count);
    },
    columnsOf: (table) =>
      names('SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1', [table]),
    async tracesOfSecretBallots(poll) {
      return {
        ballotIds: await names('SELECT ballot_id AS name FROM ballot_secret WHERE poll = $1 ORDER BY ctid', [
          poll,
        ]),
        voters: await names('SELECT voter AS name FROM poll_receipt WHERE poll = $1 ORDER BY ctid', [poll]),
        pairs: [
          ...(await names(WRITTEN_TOGETHER, [poll])),
          ...(await deadRows('ballot_secret')),
          ...(await deadRows('poll_receipt')),
        ],
      };
    },
  };

  async function deadRows(table: string): Promise<string[]> {
    await aside('CREATE EXTENSION IF NOT EXISTS pageinspect');
    return names(
      `SELECT format('a dead row of %s', $1::text) AS name
       FROM generate_series(0, pg_relation_size($1::regclass) / 8192 - 1) page,
            heap_page_items(get_raw_page($1::text, page::int)) item
       WHERE t_xmax <> '0'`,
      [table],
    );
  }
}

/** Voters whose receipt bears the number of a transaction that wrote one ballot and no other. */
const WRITTEN_TOGETHER = `
  SELECT voter AS name FROM poll_receipt receipt
  WHERE poll = $1 AND 1 = (SELECT count(*) FROM ballot_secret ballot WHERE ballot.xmin = receipt.xmin)`;
