import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiClient } from '../../support/api-client.ts';
import { ServerProcess } from '../../support/server-process.ts';

let server: ServerProcess;

beforeAll(async () => {
  server = await ServerProcess.start({ args: ['--trust-proxy'] });
});
afterAll(() => server.stop());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { headers });

describe('whoever runs the server', () => {
  test('can ask whether it is alive and whether it is ready', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([200, 'ok\n']);
    }
  });

  test('reads its figures, which hold no ids, on the machine itself', async () => {
    const leader = new ApiClient(() => server.url);
    await leader.signIn(server.leaderSecret);
    const { id } = await leader.createWorkshop();
    await leader.call('GET', `/workshops/${id}/seat`);
    await leader.call('GET', `/workshops/${id}/seat`);
    const board = await leader.connect(id);
    const state = await get(`/api/workshops/${id}/pages/inventory/state`, { cookie: leader.cookieHeader });
    expect(state.status).toBe(200);
    const response = await get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('vagval_rooms 1\n');
    expect(text).toContain('vagval_screens 1\n');
    expect(text).toContain('vagval_loads_total 1\n');
    expect(text).toMatch(/vagval_commit_seconds_count \d+/);
    expect(text).toMatch(/vagval_loop_delay_p99_milliseconds [\d.]+/);
    expect(text).not.toContain(id);
    board.close();
  });

  test('keeps them from everybody else', async () => {
    for (const forwarded of ['10.1.2.3', '127.0.0.1, 10.1.2.3', '127.0.0.1']) {
      const response = await get('/metrics', { 'x-forwarded-for': forwarded });
      expect(await response.text()).not.toContain('vagval_rooms');
    }
  });
});
