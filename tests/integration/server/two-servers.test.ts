import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import { ApiClient, type SessionClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { RedisServer } from '../../support/redis.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { addNote, objectsIn, isSynced } from '../../support/sync-stock-client.ts';
import { seatedClient } from '../../support/seated-client.ts';

const KEY = 'a-key-that-both-of-the-servers-have-been-given';
let postgres: PostgresServer;
let redis: RedisServer;
let first: ServerProcess;
let second: ServerProcess;
let leader: ApiClient;
let workshop: WorkshopSummary;
let board: SessionClient;
let voters: readonly { readonly api: ApiClient; readonly session: SessionClient }[];

beforeAll(async () => {
  [postgres, redis] = await Promise.all([startPostgres(), RedisServer.start()]);
  const args = [
    '--database-url',
    await postgres.createDatabase(),
    '--redis-url',
    redis.url,
    '--leader-key',
    KEY,
  ];
  // One after the other: the first makes the tables.
  first = await ServerProcess.start({ args });
  second = await ServerProcess.start({ args });
  leader = new ApiClient(() => first.url);
  await leader.signIn(KEY);
  workshop = await leader.createWorkshop();
  await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
  board = await leader.connect(workshop.id);
  voters = await Promise.all(['Alice', 'Bob'].map((name) => joinedOn(second, name)));
});
afterAll(async () => {
  for (const { session } of voters) session.close();
  board.close();
  await Promise.all([first.stop(), second.stop()]);
  await Promise.all([postgres.stop(), redis.kill()]);
});

async function joinedOn(server: ServerProcess, name: string) {
  const api = new ApiClient(() => server.url);
  await api.join(workshop.code, name, 'elected');
  return { api, session: await api.connect(workshop.id) };
}

const voter = (at: number) => must(voters[at], 'a voter');
const opens = async (pageId: string): Promise<void> => {
  const agenda = must(board.view, 'a view').state.agenda;
  const activity = must(
    agenda.find((each) => each.pageId === pageId),
    pageId,
  );
  expect(await board.command({ type: 'open-activity', activityId: activity.id })).toEqual({
    ok: true,
    value: null,
  });
};
const heard = (session: SessionClient, type: string): boolean =>
  session.events.some((event) => event.type === type);

describe('two servers on one database', () => {
  test('are one workshop: the same key, code, people and agenda', async () => {
    await eventually(
      () => board.frames.some((frame) => frame.includes(voter(1).session.seatId)),
      'the leader sees who is on the other',
    );
    await opens('inventory');
    await eventually(() => heard(voter(0).session, 'activity-opened'), 'the other server follows');
    const there = new ApiClient(() => second.url);
    expect((await there.signIn(KEY)).status).toBe(204);
  });

  test('show one timer, which ends at one moment', async () => {
    expect(await board.command({ type: 'start-timer', durationMs: 60_000 })).toMatchObject({ ok: true });
    const endsOn = ({ events }: SessionClient) => events.find(({ type }) => type === 'timer-started');
    await eventually(() => endsOn(voter(0).session) !== undefined, 'it runs there');
    expect(endsOn(voter(0).session)).toEqual(endsOn(board));
    expect(await voter(0).session.command({ type: 'stop-timer' })).toMatchObject({ ok: false });
    expect(await board.command({ type: 'stop-timer' })).toMatchObject({ ok: true });
  });

  test('share a page as it is written, and its lock', async () => {
    const here = seatedClient(first.url, leader, workshop.id, 'inventory');
    const there = seatedClient(second.url, voter(0).api, workshop.id, 'inventory');
    await eventually(() => isSynced(here) && isSynced(there), 'both are there');
    addNote(there.doc, 'from-there', voter(0).session.seatId, 'fiber');
    await eventually(() => 'from-there' in objectsIn(here), 'it is here');
    await board.command({ type: 'set-page-lock', pageId: 'inventory', locked: true });
    await eventually(() => heard(voter(0).session, 'page-locked'), 'the lock is known there');
    await eventually(() => {
      addNote(there.doc, `late-${Date.now()}`, voter(0).session.seatId);
      return there.rejections.includes('read-only');
    }, 'and kept');
    await board.command({ type: 'set-page-lock', pageId: 'inventory', locked: false });
  });

  test('count one poll', async () => {
    await opens('choices');
    const options = ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() }));
    const poll = {
      type: 'open-poll',
      pollId: 'poll-1',
      pageId: 'choices',
      question: 'Vilket?',
      method: 'single',
      electorate: 'individual',
      secrecy: 'secret',
      options,
    };
    expect(await board.command(poll)).toEqual({ ok: true, value: null });
    await eventually(() => heard(voter(0).session, 'poll-opened'), 'the poll is open there');
    const cast = await voter(0).session.ballot('poll-1', 'alice-choice', { kind: 'single', option: 'a' });
    expect(cast.ok).toBe(true);
    await eventually(
      () => board.frames.some((frame) => frame.startsWith('["turnout"') && frame.includes('"received":1')),
      'the leader sees the turnout',
    );
    const again = await voter(0).session.ballot('poll-1', 'alice-second', { kind: 'single', option: 'b' });
    expect(again).toMatchObject({ ok: false, error: { kind: 'already-voted' } });
  });

  test('lose nothing when Redis goes away, and find each other when it is back', async () => {
    const here = seatedClient(first.url, leader, workshop.id, 'inventory');
    const there = seatedClient(second.url, voter(0).api, workshop.id, 'inventory');
    await eventually(() => isSynced(here) && isSynced(there), 'both are there');
    await redis.kill();
    addNote(there.doc, 'without-redis', voter(0).session.seatId, 'mast');
    await eventually(() => 'without-redis' in objectsIn(here), 'it arrives by way of the database');
    await opens('inventory');
    const openings = () => voter(1).session.events.filter((event) => event.type === 'activity-opened').length;
    const before = openings();
    await opens('welcome');
    await eventually(() => openings() > before, 'and so does what the leader does');
    await redis.restart();
    addNote(here.doc, 'with-redis', board.seatId, 'fiber');
    await eventually(() => 'with-redis' in objectsIn(there), 'and then as before');
  });

  test('go on when one of them dies', async () => {
    const there = seatedClient(second.url, voter(0).api, workshop.id, 'inventory');
    await eventually(() => isSynced(there), 'it is there');
    await first.kill();
    addNote(there.doc, 'survivor', voter(0).session.seatId, 'fiber');
    const moved = new ApiClient(() => second.url);
    await moved.signIn(KEY);
    await moved.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
    const page = seatedClient(second.url, moved, workshop.id, 'inventory');
    await eventually(() => 'survivor' in objectsIn(page), 'the other has it all');
    expect(Object.keys(objectsIn(page))).toContain('with-redis');
    await first.restart();
    const back = seatedClient(first.url, leader, workshop.id, 'inventory');
    await eventually(() => 'survivor' in objectsIn(back), 'and so has the first when it is back');
  });
});
