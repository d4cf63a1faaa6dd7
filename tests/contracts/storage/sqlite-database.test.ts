import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqlite, SqliteDatabase } from '#server/storage/sqlite/sqlite-database.ts';
import { startSqliteWorker } from '#server/storage/sqlite/start-worker.ts';
import { WorkerClient } from '#server/storage/sqlite/worker-client.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

describe('the connection to an SQLite file', () => {
  test('keeps what it says it has saved through a power cut', async () => {
    const database = await databaseWithTable();

    expect(await database.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    expect(await database.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  });

  test('gives back null, numbers, texts and bytes as they were', async () => {
    const database = await databaseWithTable();
    const values = [new Uint8Array([0, 255]), null, 2 ** 53 - 1, 'Å ∂ 🦆'];

    const [row] = await database.all('SELECT ? AS a, ? AS b, ? AS c, ? AS d', values);

    expect(Object.values(row ?? {})).toEqual(values);
  });

  test('says what was wrong with a statement, and goes on', async () => {
    const database = await databaseWithTable();

    await expect(database.all('SELEC 1')).rejects.toThrow('syntax error');
    await expect(database.all('SELECT ?', [undefined as never])).rejects.toMatchObject({ kind: 'failed' });
    await database.all('INSERT INTO item (id) VALUES (1)');
    await expect(database.all('INSERT INTO item (id) VALUES (1)')).rejects.toMatchObject({
      kind: 'conflict',
    });

    expect(await database.all('SELECT id FROM item')).toEqual([{ id: 1 }]);
  });

  test('does all statements of a batch or none', async () => {
    const database = await databaseWithTable();

    const results = await database.atomic([insert(1), insert(2)]);
    await expect(database.atomic([insert(3), insert(1), insert(4)])).rejects.toMatchObject({
      kind: 'conflict',
    });

    expect(results.map(({ changes }) => changes)).toEqual([1, 1]);
    expect(await ids(database)).toEqual([1, 2]);
  });

  test('commits the units of a transaction that kept the rules', async () => {
    const database = await databaseWithTable();

    const outcomes = await database.transact([
      [insert(1)],
      [insert(2), insert(1)],
      [{ sql: 'UPDATE item SET id = 9 WHERE id = 8', params: [], oneRow: { otherwise: 'no-such-item' } }],
      [insert(3)],
    ]);

    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.fault.code))).toEqual([
      'ok',
      'SQLITE_CONSTRAINT',
      'no-such-item',
      'ok',
    ]);
    expect(await ids(database)).toEqual([1, 3]);
  });

  test('lets nobody look into a transaction or slip into it', async () => {
    const database = await databaseWithTable();
    const session = await database.acquire();
    await session.run({ sql: 'BEGIN', params: [] });
    await session.run(insert(1));

    const seen = ids(database);
    const written = database.atomic([insert(2)]);
    await session.run({ sql: 'SELECT 1', params: [] });
    await session.rollback();
    session.release();

    expect(await seen).toEqual([]);
    await written;
    expect(await ids(database)).toEqual([2]);
  });

  test('closes after what was asked for, and takes nothing more', async () => {
    const database = await databaseWithTable();
    const underWay = database.atomic([insert(1)]);

    await Promise.all([database.close(), database.close()]);

    await expect(underWay).resolves.toHaveLength(1);
    await expect(database.all('SELECT 1')).rejects.toMatchObject({ kind: 'closed' });
  });

  test('rejects everything when its worker dies', async () => {
    const worker = await startSqliteWorker({ path: await filePath() });
    const database = new SqliteDatabase(new WorkerClient(worker));
    await database.all('CREATE TABLE item (id INTEGER PRIMARY KEY)');
    const endless = database.all(
      'WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 3000000) SELECT n FROM number',
    );
    const outcome = expect(endless).rejects.toMatchObject({ kind: 'closed' });

    await worker.terminate();

    await outcome;
    await expect(database.all('SELECT 1')).rejects.toMatchObject({ kind: 'closed' });
  });

  test('refuses a file that is no database, and says which', async () => {
    const path = await filePath();
    await writeFile(path, 'Protokoll fört vid workshop den 12 april. '.repeat(100));

    await expect(openSqlite(path)).rejects.toThrow(`${path} cannot be opened: file is not a database`);
  });
});

const insert = (id: number) => ({ sql: 'INSERT INTO item (id) VALUES (?)', params: [id] });

const ids = async (database: SqliteDatabase) =>
  (await database.all('SELECT id FROM item ORDER BY id')).map(({ id }) => id);

const filePath = async () => join(await temporaryDirectory(), 'test.sqlite');

async function databaseWithTable(): Promise<SqliteDatabase> {
  const database = await openSqlite(await filePath());
  onTestFinished(() => database.close());
  await database.all('CREATE TABLE item (id INTEGER PRIMARY KEY)');
  return database;
}
