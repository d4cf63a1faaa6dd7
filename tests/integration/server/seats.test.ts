import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeLookup, Invitation, SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';

let server: ServerProcess;
let leader: ApiClient;
let workshop: WorkshopSummary;
const visitor = () => new ApiClient(() => server.url);
/** Each from an address of its own, so that one test's wrong codes do not count in another's. */
const from = (address: string) => Object.assign(visitor(), { headers: { 'x-forwarded-for': address } });

beforeAll(async () => {
  server = await ServerProcess.start({ args: ['--trust-proxy'] });
  leader = visitor();
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
});
afterAll(() => server.stop());

describe('the leader', () => {
  test('is let in by the key of this server only', async () => {
    const stranger = from('10.0.0.1');
    expect((await stranger.signIn('guess')).status).toBe(410);
    expect((await stranger.call('GET', '/workshops')).status).toBe(403);
    expect(
      (await stranger.call('POST', '/workshops', { template: 'bredbandslyftet', title: 'x', language: 'sv' }))
        .status,
    ).toBe(403);
    expect((await leader.call('GET', '/me')).body).toEqual({ leader: true });
  });

  test('gets a leading seat by opening the workshop, the same one each time', async () => {
    const first = await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
    const second = await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
    expect(first.body).toMatchObject({ leader: true, workshopId: workshop.id });
    expect(second.body.seatId).toBe(first.body.seatId);
  });

  test('hands the lead to a colleague by a link that carries its secret in the fragment', async () => {
    const { body } = await leader.call<Invitation>('GET', `/workshops/${workshop.id}/invitation`);
    const secret = new URL(body.leaderLink ?? '').hash.replace('#leader=', '');
    const colleague = from('10.0.0.2');
    expect(
      (await colleague.call('POST', `/workshops/${workshop.id}/leader-seats`, { secret: 'wrong' })).status,
    ).toBe(410);
    const seat = await colleague.call<SeatInfo>('POST', `/workshops/${workshop.id}/leader-seats`, { secret });
    expect(seat.body.leader).toBe(true);
  });
});

describe('a participant', () => {
  test('joins with the code, and a second request from the same browser is the same seat', async () => {
    const alice = visitor();
    const first = await alice.join(workshop.code, 'Alice', 'executive-chair');
    const again = await alice.join(workshop.code, 'Alice igen', 'elected');
    expect(again.seatId).toBe(first.seatId);
    expect((await alice.call<CodeLookup>('GET', `/codes/${workshop.code}`)).body.seated).toBe(true);
    expect((await alice.call<Invitation>('GET', `/workshops/${workshop.id}/invitation`)).body).toMatchObject({
      code: workshop.code,
      leaderLink: null,
      reviewLink: null,
    });
  });

  test('is told in their own language when there is no workshop with the code', async () => {
    const bob = from('10.0.0.3');
    bob.headers = { ...bob.headers, 'accept-language': 'en' };
    const reply = await bob.call<{ error: { kind: string; text: string } }>('GET', '/codes/AAAAAA');
    expect(reply.status).toBe(404);
    expect(reply.body.error).toEqual({ kind: 'unknown-code', text: expect.stringContaining('no workshop') });
  });

  test('cannot go on guessing codes, and others are not held up by it', async () => {
    const guesser = from('10.0.0.4');
    const statuses = new Set<number>();
    for (let i = 0; i < 60; i++) statuses.add((await guesser.call('GET', '/codes/AAAAAA')).status);
    expect(statuses).toEqual(new Set([404, 429]));
    expect((await guesser.call('GET', `/codes/${workshop.code}`)).status).toBe(429);
    expect((await from('10.0.0.5').call('GET', `/codes/${workshop.code}`)).status).toBe(200);
  });

  test('needs a name, and no role the list does not have', async () => {
    const path = `/workshops/${workshop.id}/seats`;
    const form = { code: workshop.code, name: '  ', organisation: '', role: 'elected' };
    expect((await visitor().call('POST', path, form)).status).toBe(400);
    expect(
      (await visitor().call('POST', path, { ...form, name: 'Alice', role: 'workshop-leader' })).status,
    ).toBe(400);
    expect((await visitor().call('POST', path, '{"name":')).status).toBe(400);
    expect((await visitor().call('POST', path, { ...form, name: 'x'.repeat(50_000) })).status).toBe(413);
  });

  test('moves to a second device with a personal link, once, and the first device is signed out', async () => {
    const phone = visitor();
    const seat = await phone.join(workshop.code, 'Carol', 'elected');
    const screen = await phone.connect(workshop.id);
    const { body } = await phone.transferLink(workshop.id);
    const token = new URL(body.link).hash.slice(1);
    const laptop = from('10.0.0.6');
    const moved = await laptop.call<SeatInfo>('POST', '/transfers', { token });
    expect(moved.body.seatId).toBe(seat.seatId);
    await eventually(
      () => screen.signedOut === 'transferred' && !screen.socket.connected,
      'the phone is signed out',
    );
    expect((await phone.call('GET', `/workshops/${workshop.id}/seat`)).status).toBe(401);
    expect((await laptop.call('GET', `/workshops/${workshop.id}/seat`)).status).toBe(200);
    expect((await from('10.0.0.7').call('POST', '/transfers', { token })).status).toBe(410);
  });

  test('cannot make a link to somebody else’s seat; the leader can', async () => {
    const alice = visitor();
    const bob = visitor();
    await alice.join(workshop.code, 'Alice', 'elected');
    const { seatId } = await bob.join(workshop.code, 'Bob', 'elected');
    const path = `/workshops/${workshop.id}/transfer-links`;
    expect((await alice.call('POST', path, { seatId })).status).toBe(403);
    expect((await leader.call('POST', path, { seatId })).status).toBe(200);
  });
});

describe('the way in', () => {
  test('a request from another site changes nothing and opens no socket', async () => {
    const alice = visitor();
    await alice.join(workshop.code, 'Alice', 'elected');
    alice.headers = { origin: 'https://evil.example' };
    expect((await alice.call('POST', `/workshops/${workshop.id}/transfer-links`, {})).status).toBe(403);
    const socket = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
      headers: { origin: 'https://evil.example' },
    });
    expect(socket.status).toBe(403);
  });

  test('the cookie cannot be read by scripts, nor sent from other sites, and is not marked Secure over plain HTTP', async () => {
    const response = await fetch(`${server.url}/api/leader-session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: server.leaderSecret }),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    expect(cookie).not.toContain(server.leaderSecret);
  });

  test('the pages forbid foreign scripts and frames', async () => {
    const policy = (await fetch(`${server.url}/`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
