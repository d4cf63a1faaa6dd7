import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerClock } from '#client/connection/clock.ts';
import { SessionModel } from '#client/model/session-model.svelte.ts';
import type { ActivityId } from '#shared/kernel/ids.ts';
import { ALICE, alice, event, FakeTransport, viewOf, workshopAt } from './fake-transport.ts';

const TWELVE = 1_760_000_000_000;

let elapsed = 0;
const pass = async (ms: number) => {
  elapsed += ms;
  await vi.advanceTimersByTimeAsync(ms);
};

function openSession() {
  const transport = new FakeTransport();
  transport.time = TWELVE;
  const clock = new ServerClock({ monotonic: () => elapsed, wall: () => 0 });
  const session = new SessionModel({ transport, clock });
  session.open();
  return { transport, session, server: transport.server };
}

beforeEach(() => {
  elapsed = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the events of a session', () => {
  it('are applied in turn', () => {
    const { session, server } = openSession();
    expect(session.ready).toBe(false);
    server.view(viewOf(workshopAt(3)));
    server.event(event(4, { type: 'admission-set', admission: 'approve' }));
    server.event(event(5, { type: 'timer-started', endsAt: 9_000, totalMs: 4_000 }));
    expect(session.state.admission).toBe('approve');
    expect(session.state.timer).toEqual({ kind: 'running', endsAt: 9_000, totalMs: 4_000 });
    expect(session.state.seq).toBe(5);
    expect(session.me).toEqual(alice);
  });

  it('that come again, or were in the view already, change nothing', () => {
    const { transport, session, server } = openSession();
    server.event(event(2, { type: 'admission-set', admission: 'approve' }));
    server.view(viewOf(workshopAt(3)));
    server.event(event(3, { type: 'admission-set', admission: 'approve' }));
    expect(session.state).toEqual(workshopAt(3));
    expect(transport.refreshes).toBe(0);
  });

  it('with one missing are left alone until the whole view is here, which is asked for once', () => {
    const { transport, session, server } = openSession();
    server.view(viewOf(workshopAt(3)));
    server.event(event(5, { type: 'admission-set', admission: 'approve' }));
    server.event(event(6, { type: 'timer-stopped' }));
    expect(session.state.seq).toBe(3);
    expect(transport.refreshes).toBe(1);
    server.view(viewOf(workshopAt(6, { admission: 'approve' })));
    server.event(event(7, { type: 'activity-opened', activityId: 'welcome' as ActivityId }));
    expect(session.state.seq).toBe(7);
    expect(session.state.status).toBe('live');
    expect(transport.refreshes).toBe(1);
  });

  it('ask again for a view that does not come', async () => {
    const { transport, server } = openSession();
    server.view(viewOf(workshopAt(3)));
    server.event(event(5, { type: 'timer-stopped' }));
    await pass(6_000);
    server.event(event(6, { type: 'timer-stopped' }));
    expect(transport.refreshes).toBe(2);
  });
});

describe('what travels beside the events', () => {
  it('is who is here and how many have voted', () => {
    const { session, server } = openSession();
    server.view({ ...viewOf(workshopAt(1)), turnouts: [{ pollId: 'p', received: 1, entitled: 4 }] });
    server.turnout({ pollId: 'p', received: 2, entitled: 4 });
    server.presence({ online: [], lost: { [ALICE]: 5 } });
    expect(session.turnoutOf('p')?.received).toBe(2);
    expect(session.turnoutOf('q')).toBeNull();
    expect(session.presence.lost).toEqual({ [ALICE]: 5 });
  });
});

describe('the connection', () => {
  it('is online with the view, and offline when it breaks', () => {
    const { session, server } = openSession();
    expect(session.connection).toBe('connecting');
    server.online();
    server.view(viewOf(workshopAt(1)));
    expect(session.connection).toBe('online');
    server.offline();
    expect(session.connection).toBe('offline');
    expect(session.state.seq).toBe(1);
  });

  it('is made anew at once when the page is looked at again and nobody answers', async () => {
    const { transport, session, server } = openSession();
    server.view(viewOf(workshopAt(1)));
    await session.awake();
    expect(transport.reconnects).toBe(0);
    transport.time = null;
    await session.awake();
    expect(transport.reconnects).toBe(1);
    session.leave();
    await session.awake();
    expect(transport.reconnects).toBe(2);
  });

  it('tells a moved seat, a removed person and a stranger apart', () => {
    const moved = openSession();
    moved.server.view(viewOf(workshopAt(1)));
    moved.server.signedOut();
    expect(moved.session.signedOut).toBe('transferred');

    const movedWhileAway = openSession();
    movedWhileAway.server.view(viewOf(workshopAt(1)));
    movedWhileAway.server.refused({ kind: 'not-signed-in', text: '' });
    expect(movedWhileAway.session.signedOut).toBe('transferred');

    const removed = openSession();
    removed.server.view(viewOf(workshopAt(2, { seats: { [ALICE]: { ...alice, standing: 'removed' } } })));
    expect(removed.session.signedOut).toBe('removed');

    const stranger = openSession();
    stranger.server.refused({ kind: 'not-signed-in', text: 'no seat' });
    expect(stranger.session.signedOut).toBeNull();
    expect(stranger.session.refusal).toEqual({ kind: 'not-signed-in', text: 'no seat' });
  });
});

describe('the second', () => {
  it('steps with the server’s, however far off the device’s clock is', async () => {
    const { transport, session, server } = openSession();
    transport.time = TWELVE + 400;
    server.online();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.now()).toBe(TWELVE + 400);
    expect(session.second).toBe(TWELVE);
    await pass(599);
    expect(session.second).toBe(TWELVE);
    await pass(1);
    expect(session.second).toBe(TWELVE + 1_000);
    await pass(1_000);
    expect(session.second).toBe(TWELVE + 2_000);
    session.close();
    expect(transport.closed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
