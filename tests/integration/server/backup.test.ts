import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import { SQLITE_FILE_NAME } from '#server/storage/open-storage.ts';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { seatedClient } from '../../support/seated-client.ts';
import { SERVER_BUNDLE, ServerProcess } from '../../support/server-process.ts';
import { addNote, isSynced, objectsIn } from '../../support/sync-stock-client.ts';

const PAGE = 'inventory';
/** Commands are processes of their own, and a restore gives servers time to let go. */
const PATIENT = { timeout: 120_000 };
let directory: string;
let server: ServerProcess;
let postgres: PostgresServer;
let leader: ApiClient;
let workshop: WorkshopSummary;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vagval-backup-'));
  [server, postgres] = await Promise.all([ServerProcess.start(), startPostgres()]);
  leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
});
afterAll(async () => {
  await server.stop();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly output: string;
}

async function run(...args: readonly string[]): Promise<Ran> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [SERVER_BUNDLE, ...args]);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

const onServer = (): readonly string[] => ['--data', server.directory];
const page = (api = leader, url = server.url, id = workshop.id) => seatedClient(url, api, id, PAGE);

test(
  'a backup is made and brought back while people are at work; what is newer is never merged into it',
  PATIENT,
  async () => {
    const file = join(directory, 'monday.sqlite');
    const seat = must(
      (await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`)).body,
      'a seat',
    ).seatId;
    const board = await leader.connect(workshop.id);
    const alice = page();
    await eventually(() => isSynced(alice), 'alice is there');
    addNote(alice.doc, 'before', seat, 'fiber');
    const fresh = page();
    await eventually(() => 'before' in objectsIn(fresh), 'it is stored');

    expect((await run('backup', file, ...onServer())).output).toContain(file);
    expect((await run('backup', file, ...onServer())).code).toBe(1);
    addNote(alice.doc, 'after', seat, 'skrivet efter kopian');
    await eventually(() => 'after' in objectsIn(fresh), 'it is stored too');

    // A stock client does not say what its document is of; ours names the epoch.
    for (const client of [alice, fresh]) client.provider.disconnect();
    const known = seatedClient(server.url, leader, workshop.id, `${PAGE}~1`);
    await eventually(() => isSynced(known), 'a client with a copy');
    const restored = await run('restore', file, ...onServer());
    expect(restored.output).toContain('1 workshoppar');
    expect(restored.code).toBe(0);
    await eventually(() => known.closes.includes(4409), 'the copy of the time in between is turned away');
    const later = page();
    await eventually(() => isSynced(later), 'the server serves again');
    expect(Object.keys(objectsIn(later))).toContain('before');
    expect(Object.keys(objectsIn(later))).not.toContain('after');
    const again = await leader.connect(workshop.id);
    expect(
      await again.command({
        type: 'open-activity',
        activityId: must(again.view?.state.agenda[0], 'an activity').id,
      }),
    ).toMatchObject({ ok: true });
    again.close();
    board.close();
  },
);

test('a backup moves a server’s workshops to PostgreSQL and back', PATIENT, async () => {
  const [out, back] = [join(directory, 'out.sqlite'), join(directory, 'back.sqlite')];
  await run('backup', out, ...onServer());
  const database = ['--database-url', await postgres.createDatabase(), '--data', directory];
  expect(await run('restore', out, ...database)).toMatchObject({ code: 0 });
  expect(await run('check', ...database)).toMatchObject({ code: 0 });
  expect(await run('backup', back, ...database)).toMatchObject({ code: 0 });
  const rows = (path: string, table: string): unknown => {
    const opened = new DatabaseSync(path, { readOnly: true });
    const all = opened.prepare(`SELECT * FROM ${table}`).all();
    opened.close();
    return all;
  };
  for (const table of ['document_update', 'session_event', 'workshop', 'seat_secret', 'client_owner'])
    expect(rows(back, table)).toEqual(rows(out, table));
});

test('a check says whether logs, snapshots and owners agree, and where they do not', PATIENT, async () => {
  const sound = await run('check', ...onServer());
  expect(sound.output).toContain('0 fel / faults');
  expect(sound.code).toBe(0);

  await run('backup', join(directory, SQLITE_FILE_NAME), ...onServer());
  const database = new DatabaseSync(join(directory, SQLITE_FILE_NAME));
  database.exec('DELETE FROM client_owner');
  expect((await run('check', '--data', directory)).output).toContain('belongs to nobody');
  database.exec(`DELETE FROM document_update WHERE document LIKE '%/${PAGE}' AND seq = 2`);
  database.close();
  const broken = await run('check', '--data', directory);
  expect(broken.code).toBe(1);
  expect(broken.output).toContain(`${workshop.id}/page/${PAGE}: ends at row 1, and says it ends at 2`);
});

test('what is no backup changes nothing', PATIENT, async () => {
  const file = join(directory, 'letter.txt');
  await writeFile(file, 'Hej! Här kommer en säkerhetskopia.');
  const refused = await run('restore', file, ...onServer());
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('Vägval');
  const client = page();
  await eventually(() => 'before' in objectsIn(client), 'everything is there');
});
