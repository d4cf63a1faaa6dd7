import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityId } from '#shared/kernel/ids.ts';
import { must } from '#shared/kernel/assert.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import type { SessionClient } from '../../support/api-client.ts';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';

let server: ServerProcess;
let workshop: WorkshopSummary;
let leader: ApiClient;
let leading: SessionClient;

beforeAll(async () => {
  server = await ServerProcess.start();
  leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call('GET', `/workshops/${workshop.id}/seat`);
  leading = await leader.connect(workshop.id);
});
afterAll(async () => {
  leading.close();
  await server.stop();
});

async function joined(name: string, role: Parameters<ApiClient['join']>[2]): Promise<SessionClient> {
  const person = new ApiClient(() => server.url);
  await person.join(workshop.code, name, role);
  return person.connect(workshop.id);
}

const activityOn = (page: string): ActivityId =>
  must(
    leading.view?.state.agenda.find((activity) => activity.pageId === page),
    `an activity on ${page}`,
  ).id;

describe('the session socket', () => {
  test('refuses whoever has no seat, with the reason', async () => {
    await expect(new ApiClient(() => server.url).connect(workshop.id)).rejects.toMatchObject({
      data: { kind: 'not-signed-in', text: expect.any(String) },
    });
  });

  test('everybody’s screen is told when the leader opens an activity', async () => {
    const alice = await joined('Alice', 'elected');
    expect((await leading.command({ type: 'open-activity', activityId: activityOn('inventory') })).ok).toBe(
      true,
    );
    await eventually(() => alice.events.some((event) => event.type === 'activity-opened'), 'alice is told');
    alice.close();
  });

  test('a command one may not give is refused with kind and text in one’s language', async () => {
    const alice = await joined('Alice', 'elected');
    expect(await alice.command({ type: 'end-workshop' })).toEqual({
      ok: false,
      error: { kind: 'forbidden', text: expect.stringContaining('workshopledaren') },
    });
    for (const nonsense of [
      { type: 'rm -rf' },
      { type: 'admit-seat' },
      { type: 'start-timer', durationMs: Infinity },
      null,
    ]) {
      expect(await alice.command(nonsense as never)).toMatchObject({
        ok: false,
        error: { kind: 'malformed' },
      });
    }
    alice.close();
  });

  test('a lost connection is told apart from a goodbye', async () => {
    const alice = await joined('Alice', 'elected');
    const bob = await joined('Bob', 'elected');
    const [aliceId, bobId] = [alice.seatId, bob.seatId];
    let presence = must(leading.view, 'a view').presence;
    leading.socket.on('presence', (next) => (presence = next));
    await eventually(
      () => presence.online.includes(aliceId) && presence.online.includes(bobId),
      'both are here',
    );
    alice.socket.disconnect();
    bob.socket.io.engine.close();
    await eventually(
      () => !presence.online.includes(aliceId) && !presence.online.includes(bobId),
      'both are gone',
    );
    expect(presence.lost).toHaveProperty(bobId);
    expect(presence.lost).not.toHaveProperty(aliceId);
  });

  test('whoever waits at the door learns nothing of what goes on inside until let in', async () => {
    await leading.command({ type: 'set-admission', admission: 'approve' });
    const dave = await joined('Dave', 'elected');
    expect(dave.view?.state.agenda).toEqual([]);
    await leading.command({ type: 'start-timer', durationMs: 60_000 });
    await eventually(() => dave.events.length > 0, 'an event passes the door');
    expect(dave.frames.join()).not.toContain('timer-started');
    await leading.command({ type: 'admit-seat', seatId: dave.seatId });
    await eventually(() => (dave.view?.state.agenda.length ?? 0) > 0, 'dave is in');
    await leading.command({ type: 'remove-seat', seatId: dave.seatId });
    await eventually(
      () => dave.view?.state.seats[dave.seatId]?.standing === 'removed',
      'dave is told he was removed',
    );
    expect(dave.view?.state.agenda).toEqual([]);
    await leading.command({ type: 'set-admission', admission: 'open' });
    dave.close();
  });

  test('sends a recused person not a word of a poll on the strategic choices', async () => {
    const carol = await joined('Carol', 'network-head');
    const alice = await joined('Alice', 'elected');
    await leading.command({ type: 'open-activity', activityId: activityOn('choices') });
    const options = ['stadsnät-hemligt', 'avtal-hemligt'].map((title, index) => ({ id: `o${index}`, title }));
    const poll = {
      type: 'open-poll',
      pollId: 'hemlig1',
      pageId: 'choices',
      question: 'hemlig-fråga',
      method: 'single',
      electorate: 'individual',
      secrecy: 'named',
      options,
    };
    expect(await leading.command(poll)).toEqual({ ok: true, value: null });
    expect((await alice.ballot('hemlig1', 'alice-ballot-1', { kind: 'single', option: 'o0' })).ok).toBe(true);
    expect(await carol.ballot('hemlig1', 'carol-ballot-1', { kind: 'single', option: 'o0' })).toMatchObject({
      ok: false,
      error: { kind: 'unknown-poll' },
    });
    await leading.command({ type: 'close-poll', pollId: 'hemlig1' as never });
    await leading.command({ type: 'release-poll', pollId: 'hemlig1' as never });
    await eventually(
      () => alice.events.some(({ type }) => type === 'poll-released'),
      'alice sees the result',
    );
    await eventually(
      () => carol.events.filter(({ type }) => type === 'hidden').length >= 3,
      'carol is kept in step',
    );
    carol.socket.emit('refresh');
    await eventually(
      () => carol.frames.filter((frame) => frame.startsWith('["state"')).length >= 2,
      'carol refreshes',
    );
    expect(carol.frames.join()).not.toMatch(/hemlig/);
    carol.close();
    alice.close();
  });

  test('answers clock requests with its own time', async () => {
    const time: number = await leading.socket.timeout(5000).emitWithAck('clock');
    expect(Math.abs(time - Date.now())).toBeLessThan(60_000);
  });
});
