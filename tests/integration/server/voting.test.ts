import { DatabaseSync } from '@photostructure/sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PollId } from '#shared/kernel/ids.ts';
import { must } from '#shared/kernel/assert.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import type { Poll } from '#shared/session/workshop-state.ts';
import { SQLITE_FILE_NAME } from '#server/storage/open-storage.ts';
import type { SessionClient } from '../../support/api-client.ts';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';

let server: ServerProcess;
let workshop: WorkshopSummary;
let leader: ApiClient;
let leading: SessionClient;
const people: Record<string, { api: ApiClient; session: SessionClient }> = {};
let polls = 0;

beforeAll(async () => {
  server = await ServerProcess.start();
  leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop('working-group', 'Arbetsgruppsmöte');
  await leader.call('GET', `/workshops/${workshop.id}/seat`);
  leading = await leader.connect(workshop.id);
  const page = pageId();
  const activity = must(
    leading.view?.state.agenda.find((a) => a.pageId === page),
    'the group work',
  );
  await leading.command({ type: 'open-activity', activityId: activity.id });
  for (const [index, name] of ['alice', 'bob', 'carol'].entries()) {
    const api = new ApiClient(() => server.url);
    await api.join(workshop.code, name, 'elected');
    const session = await api.connect(workshop.id);
    const group = must(leading.view?.state.groups[index], 'a group');
    await session.command({ type: 'assign-group', seatId: session.seatId, groupId: group.id });
    people[name] = { api, session };
  }
});
afterAll(async () => {
  leading.close();
  for (const { session } of Object.values(people)) session.close();
  await server.stop();
});

const pageId = (): string =>
  must(
    leading.view?.state.pages.find(({ module }) => module === 'group-work'),
    'the group work page',
  ).id;
const voter = (name: string): SessionClient => must(people[name], name).session;

async function openPoll(options: Partial<Poll> = {}): Promise<PollId> {
  const pollId = `poll${++polls}` as PollId;
  const reply = await leading.command({
    type: 'open-poll',
    pollId,
    pageId: pageId(),
    question: 'Vilken förvaltningsmodell?',
    method: 'ranking',
    electorate: 'individual',
    secrecy: 'named',
    options: ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() })),
    ...options,
  });
  expect(reply).toEqual({ ok: true, value: null });
  return pollId;
}

const ranking = (...tiers: string[][]) => ({ kind: 'ranking', tiers });
const close = (pollId: PollId) => leading.command({ type: 'close-poll', pollId });
const release = (pollId: PollId) => leading.command({ type: 'release-poll', pollId });

async function resultOf(pollId: PollId) {
  await eventually(
    () => leading.events.some((e) => e.type === 'poll-released' && e.pollId === pollId),
    'released',
  );
  const event = leading.events.find((e) => e.type === 'poll-released' && e.pollId === pollId);
  return must(event?.type === 'poll-released' ? event.result : null, 'a result');
}

describe('the 2018 group work', () => {
  test('A first, B second, C last under both methods, one ballot a group', async () => {
    const pollId = await openPoll({ electorate: 'group' });
    expect((await voter('alice').ballot(pollId, 'group-1-ballot', ranking(['a'], ['b'], ['c']))).ok).toBe(
      true,
    );
    expect((await voter('bob').ballot(pollId, 'group-2-ballot', ranking(['b'], ['a', 'c']))).ok).toBe(true);
    expect((await voter('carol').ballot(pollId, 'group-3-ballot', ranking(['a'], ['b'], ['c']))).ok).toBe(
      true,
    );
    await close(pollId);
    await release(pollId);
    const { tally, entitled, ballots } = await resultOf(pollId);
    expect(entitled).toBe(3);
    expect(ballots?.map(({ voter: group }) => group).sort()).toEqual(
      [...must(leading.view, 'a view').state.groups.map(({ id }) => id)].sort(),
    );
    if (tally.kind !== 'ranking') throw new Error('not a ranking');
    expect(tally.borda.scores.map(({ option, doubledPoints }) => [option, doubledPoints / 2])).toEqual([
      ['a', 4.5],
      ['b', 4],
      ['c', 0.5],
    ]);
    expect(tally.borda.order).toEqual([['a'], ['b'], ['c']]);
    expect(tally.schulze.order).toEqual([['a'], ['b'], ['c']]);
  });

  test('two members of one group cast one ballot between them', async () => {
    const dave = new ApiClient(() => server.url);
    await dave.join(workshop.code, 'dave', 'elected');
    const session = await dave.connect(workshop.id);
    const [first] = must(leading.view, 'a view').state.groups;
    await session.command({
      type: 'assign-group',
      seatId: session.seatId,
      groupId: must(first, 'a group').id,
    });
    const pollId = await openPoll({ electorate: 'group' });
    await voter('alice').ballot(pollId, 'alice-for-group', ranking(['a'], ['b'], ['c']));
    expect(await session.ballot(pollId, 'dave-for-group', ranking(['c'], ['b'], ['a']))).toMatchObject({
      ok: true,
      value: { replaced: true },
    });
    await close(pollId);
    await release(pollId);
    expect((await resultOf(pollId)).ballots).toHaveLength(1);
    session.close();
  });
});

describe('a ballot', () => {
  test('counts once when the reply was lost and it is sent again', async () => {
    const pollId = await openPoll();
    const first = await voter('alice').ballot(pollId, 'the-same-act', ranking(['a']));
    const again = await voter('alice').ballot(pollId, 'the-same-act', ranking(['a']));
    expect([first.ok, again.ok]).toEqual([true, true]);
    expect(
      leading.frames.filter((frame) => frame.includes(pollId) && frame.includes('turnout')).at(-1),
    ).toContain('"received":1');
    await close(pollId);
  });

  test('from two tabs at once counts once', async () => {
    const pollId = await openPoll({ secrecy: 'secret' });
    const { api, session } = must(people.alice, 'alice');
    const other = await api.connect(workshop.id);
    const replies = await Promise.all([
      session.ballot(pollId, 'tab-one-ballot', ranking(['a'])),
      other.ballot(pollId, 'tab-two-ballot', ranking(['b'])),
    ]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.find((reply) => !reply.ok)).toMatchObject({ error: { kind: 'already-voted' } });
    await close(pollId);
    await release(pollId);
    expect((await resultOf(pollId)).tally.ballotCount).toBe(1);
    other.close();
  });

  test('after closing is refused and not counted', async () => {
    const pollId = await openPoll();
    await voter('alice').ballot(pollId, 'in-good-time', ranking(['a']));
    await close(pollId);
    expect(await voter('bob').ballot(pollId, 'too-late-now', ranking(['b']))).toMatchObject({
      ok: false,
      error: { kind: 'poll-not-open' },
    });
    await release(pollId);
    expect((await resultOf(pollId)).tally.ballotCount).toBe(1);
  });

  test('that is not of the poll is refused', async () => {
    const pollId = await openPoll();
    for (const ballot of [
      null,
      { kind: 'single', option: 'a' },
      ranking(['z']),
      ranking(['a'], ['a']),
      { kind: 'ranking', tiers: 'a' },
    ]) {
      expect(await voter('alice').ballot(pollId, 'nonsense-ballot', ballot)).toMatchObject({
        ok: false,
        error: { kind: 'malformed' },
      });
    }
    expect(await leading.ballot(pollId, 'leader-ballot', ranking(['a']))).toMatchObject({
      error: { kind: 'forbidden' },
    });
    await close(pollId);
  });

  test('that is named can be changed until the poll closes', async () => {
    const pollId = await openPoll({ method: 'single' });
    await voter('alice').ballot(pollId, 'first-thought', { kind: 'single', option: 'a' });
    expect(
      await voter('alice').ballot(pollId, 'second-thought', { kind: 'single', option: 'b' }),
    ).toMatchObject({
      ok: true,
      value: { replaced: true },
    });
    await close(pollId);
    await release(pollId);
    expect((await resultOf(pollId)).ballots).toEqual([
      { voter: voter('alice').seatId, ballot: { kind: 'single', option: 'b' } },
    ]);
  });
});

describe('what is known before release', () => {
  test('nobody, not the leader either, is sent anything but turnout', async () => {
    const pollId = await openPoll({ method: 'single' });
    const before = leading.frames.length;
    await voter('alice').ballot(pollId, 'alice-chooses', { kind: 'single', option: 'b' });
    await close(pollId);
    leading.socket.emit('refresh');
    await eventually(
      () => leading.frames.slice(before).some((frame) => frame.startsWith('["state"')),
      'a fresh view',
    );
    const heard = leading.frames
      .slice(before)
      .filter((frame) => !frame.startsWith('["state"'))
      .join();
    expect(heard).toContain('"received":1');
    expect(heard).not.toContain('"option":"b"');
    const poll = leading.view?.state.polls.find(({ id }) => id === pollId);
    expect(poll).toMatchObject({ status: 'closed', result: null });
  });

  test('a secret ballot is stored without seat, time or order', async () => {
    const pollId = await openPoll({ secrecy: 'secret', method: 'single' });
    for (const name of ['carol', 'alice', 'bob']) {
      expect(
        (await voter(name).ballot(pollId, `${name}-in-secret`, { kind: 'single', option: name.charAt(0) }))
          .ok,
      ).toBe(true);
    }
    const database = new DatabaseSync(join(server.directory, SQLITE_FILE_NAME), { readOnly: true });
    const rows = database.prepare('SELECT * FROM ballot_secret WHERE poll = ?').all(pollId) as Record<
      string,
      unknown
    >[];
    database.close();
    expect(rows).toHaveLength(3);
    const seats = ['alice', 'bob', 'carol'].map((name) => voter(name).seatId);
    for (const row of rows) {
      expect(Object.keys(row).sort()).toEqual(['ballot_id', 'poll', 'value']);
      for (const seat of seats) expect(JSON.stringify(row)).not.toContain(seat);
    }
    await close(pollId);
    await release(pollId);
    expect((await resultOf(pollId)).ballots).toBeNull();
  });
});
