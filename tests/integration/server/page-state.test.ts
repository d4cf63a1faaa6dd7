import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import { PAGE_VERSION_HEADER } from '#shared/protocol/sync.ts';
import { encodeSyncStep1, decodeMessage } from '#server/sync/wire.ts';
import { ApiClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';

const PAGE = 'inventory';
let server: ServerProcess;
let leader: ApiClient;
let workshop: WorkshopSummary;

beforeAll(async () => {
  server = await ServerProcess.start();
  leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
});
afterAll(() => server.stop());

const fetchState = (page: string, headers: Record<string, string>): Promise<Response> =>
  fetch(`${server.url}/api/workshops/${workshop.id}/pages/${page}/state`, { headers });

async function docOf(response: Response): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
  return doc;
}

describe('the state of a page over HTTP', () => {
  test('is what the socket would tell, and the socket tells the rest', async () => {
    const cookie = leader.cookieHeader;
    const before = await fetchState(PAGE, { cookie });
    expect(before.status).toBe(200);
    const [epoch = '', since = ''] = must(before.headers.get(PAGE_VERSION_HEADER), 'a version').split('.');
    const doc = await docOf(before);

    const socket = (query: string) =>
      new WebSocket(
        `${server.url.replace('http', 'ws')}/sync/${workshop.id}/page/${PAGE}~${epoch}?${query}`,
        { headers: { cookie } },
      );
    const heard = async (query: string, stateVector: Uint8Array) => {
      const ws = socket(query);
      const updates: Uint8Array[] = [];
      let done = false;
      ws.on('message', (data: RawData) => {
        const message = decodeMessage(new Uint8Array(data as Buffer));
        if (message?.type === 'update') updates.push(message.update);
        if (message?.type !== 'sync-step-2') return;
        updates.push(message.update);
        done = true;
      });
      await once(ws, 'open');
      ws.send(encodeSyncStep1(stateVector));
      await eventually(() => done, 'the page is whole');
      ws.terminate();
      return updates;
    };
    const whole = new Y.Doc();
    for (const update of await heard('', Y.encodeStateVector(whole))) Y.applyUpdate(whole, update);
    expect(objectsOf(whole).toJSON()).toEqual(objectsOf(doc).toJSON());

    for (const update of await heard(`since=${since}`, Y.encodeStateVector(doc))) Y.applyUpdate(doc, update);
    expect(objectsOf(whole).toJSON()).toEqual(objectsOf(doc).toJSON());
  });

  test('is sent again only when it has changed', async () => {
    const cookie = leader.cookieHeader;
    const first = await fetchState(PAGE, { cookie });
    const etag = must(first.headers.get('etag'), 'an etag');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect((await fetchState(PAGE, { cookie, 'if-none-match': etag })).status).toBe(304);
    expect((await fetchState(PAGE, { cookie, 'if-none-match': '"1.0"' })).status).toBe(200);
  });

  test('is for those who may read the page', async () => {
    const board = await leader.connect(workshop.id);
    const agenda = must(board.view, 'a view').state.agenda;
    for (const page of [PAGE, 'choices']) {
      const activity = must(
        agenda.find(({ pageId }) => pageId === page),
        page,
      );
      await board.command({ type: 'open-activity', activityId: activity.id });
    }
    const head = new ApiClient(() => server.url);
    await head.join(workshop.code, 'Nätchefen', 'network-head');
    const elected = new ApiClient(() => server.url);
    await elected.join(workshop.code, 'Ledamoten', 'elected');
    const status = async (page: string, client: ApiClient | null) =>
      (await fetchState(page, client === null ? {} : { cookie: client.cookieHeader })).status;
    expect(await status('choices', elected)).toBe(200);
    expect(await status('choices', head)).toBe(403);
    expect(await status(PAGE, head)).toBe(200);
    expect(await status(PAGE, null)).toBe(401);
    expect(await status('nowhere', elected)).toBe(403);
    board.close();
  });
});
