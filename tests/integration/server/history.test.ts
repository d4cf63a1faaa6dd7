import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import { MOMENT_HEADER, type HistorySpan, type PageAttribution } from '#shared/protocol/history.ts';
import type { SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import { PlaybackReader, type PlaybackStep } from '#shared/protocol/playback.ts';
import { pageDocument, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { ApiClient, type SessionClient } from '../../support/api-client.ts';
import { eventually } from '../../support/eventually.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';

const PAGE = 'inventory';
let server: ServerProcess;
let workshop: WorkshopSummary;
let leading: SessionClient;
const leader = new ApiClient(() => server.url);
const alice = new ApiClient(() => server.url);
/** The head of the municipal network: takes no part in the strategic choices. */
const carol = new ApiClient(() => server.url);
const stranger = new ApiClient(() => server.url);
let aliceSeat: SeatInfo;

beforeAll(async () => {
  server = await ServerProcess.start();
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call('GET', `/workshops/${workshop.id}/seat`);
  leading = await leader.connect(workshop.id);
  aliceSeat = await alice.join(workshop.code, 'Alice Andersson', 'executive-chair');
  await carol.join(workshop.code, 'Carol Carlsson', 'network-head');
  for (const page of [PAGE, 'choices']) await openFirstActivityOn(page);
});
afterAll(async () => {
  leading.close();
  await server.stop();
});

async function openFirstActivityOn(page: string): Promise<void> {
  const agenda = must(leading.view, 'a view').state.agenda;
  const activityId = must(
    agenda.find(({ pageId }) => pageId === page),
    page,
  ).id;
  expect(await leading.command({ type: 'open-activity', activityId })).toMatchObject({ ok: true });
}

const pathOf = (rest: string, page = PAGE): string =>
  `/workshops/${workshop.id}/pages/${page}/history${rest}`;

const bytesOf = async (reader: ApiClient, rest: string): Promise<Response> =>
  fetch(`${server.url}/api${pathOf(rest)}`, { headers: { cookie: reader.cookieHeader } });

async function stateAt(reader: ApiClient, query: string): Promise<Y.Doc> {
  const response = await bytesOf(reader, `/state${query}`);
  expect(response.status).toBe(200);
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, new Uint8Array(await response.arrayBuffer()));
  return doc;
}

async function played(reader: ApiClient, query = ''): Promise<readonly PlaybackStep[]> {
  const response = await bytesOf(reader, `/playback${query}`);
  expect(response.status).toBe(200);
  return new PlaybackReader().push(new Uint8Array(await response.arrayBuffer()));
}

const spanNow = async (): Promise<HistorySpan> => (await leader.call<HistorySpan>('GET', pathOf(''))).body;

/** The page open on a screen of Alice's. */
async function openPage(): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const cookie = alice.cookieHeader;
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/sync`,
    pageDocument(workshop.id, PAGE),
    doc,
    {
      disableBc: true,
      WebSocketPolyfill: class extends WebSocket {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(address, protocols, { headers: { cookie } });
        }
      } as never,
    },
  );
  for (const type of [SYNC_MESSAGE.permission, SYNC_MESSAGE.rejected, SYNC_MESSAGE.hello])
    provider.messageHandlers[type] = () => {};
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  await eventually(() => provider.synced, 'the page is open');
  return doc;
}

/** Alice writes a note; resolves to the time before it. */
async function write(doc: Y.Doc, id: string, text: string): Promise<number> {
  const { lastAt, seq } = await spanNow();
  addNote(doc, id, aliceSeat.seatId, '');
  textOf(doc, id).insert(0, text);
  await eventually(async () => (await spanNow()).seq === seq + 2, 'the note is in the log');
  return lastAt;
}

describe('the history of a page over HTTP', () => {
  test('shows the page as it was, by time and by row, to whoever may read it', async () => {
    const page = await openPage();
    const before = await write(page, 'shown', 'fiber till byn');
    const { seq } = await spanNow();

    expect(objectsOf(await stateAt(alice, `?at=${before}`)).has('shown')).toBe(false);
    expect(textOf(await stateAt(alice, `?seq=${seq - 1}`), 'shown').toJSON()).toBe('');
    expect(textOf(await stateAt(carol, ''), 'shown').toJSON()).toBe('fiber till byn');
    const response = await bytesOf(alice, '/state');
    expect(response.headers.get(MOMENT_HEADER)).toBe(`${seq}.${(await spanNow()).lastAt}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('plays it again, and tells only the leader who wrote what', async () => {
    const page = await openPage();
    const before = await write(page, 'played', 'väg');

    const steps = await played(leader, `?from=${before}`);
    const doc = new Y.Doc();
    for (const step of steps) {
      if (step.kind === 'keyframe') Y.applyUpdateV2(doc, step.stateV2);
      if (step.kind === 'update') Y.applyUpdate(doc, step.update);
    }

    expect(steps.map(({ kind }) => kind)).toEqual(['keyframe', 'update', 'update', 'end']);
    expect(objectsOf(doc).toJSON()).toEqual(objectsOf(page).toJSON());
    expect(steps[1]).toMatchObject({ seat: aliceSeat.seatId });
    expect((await played(alice, `?from=${before}`))[1]).toMatchObject({ kind: 'update', seat: null });
    expect((await played(alice)).length).toBe((await spanNow()).seq + 1);
    expect(await played(alice, '?to=1')).toEqual([]);
  });

  test('says who wrote what, to the leader', async () => {
    const page = await openPage();
    await write(page, 'attributed', 'fiber');

    const { body } = await leader.call<PageAttribution>('GET', pathOf('/attribution'));

    const note = must(
      body.objects.find(({ id }) => String(id) === 'attributed'),
      'the note',
    );
    expect(note).toMatchObject({
      writer: aliceSeat.seatId,
      texts: { text: [{ writer: aliceSeat.seatId, text: 'fiber' }] },
    });
    expect(body.objects.filter(({ writer }) => writer === 'server').length).toBeGreaterThan(0);
    expect((await alice.call('GET', pathOf('/attribution'))).status).toBe(403);
  });

  test('restores the page for the leader, in front of everybody, and writes it in the log of the session', async () => {
    const page = await openPage();
    const aliceSession = await alice.connect(workshop.id);
    const before = await write(page, 'restored', 'fel');

    expect((await alice.call('POST', pathOf('/restore'), { to: before })).status).toBe(403);
    expect((await leader.call('POST', pathOf('/restore'), { to: before })).status).toBe(204);

    await eventually(
      () => objectsOf(page).get('restored')?.has('deletedAt') === true,
      'it is gone on the screen',
    );
    const happening = { type: 'page-restored', pageId: PAGE, to: before };
    await eventually(() => leading.events.some(({ type }) => type === 'page-restored'), 'the leader hears');
    expect(leading.events.at(-1)).toMatchObject({ ...happening, by: leading.seatId });
    await eventually(() => aliceSession.events.length > 0, 'alice hears');
    expect(aliceSession.events.at(-1)).toMatchObject(happening);
    aliceSession.close();
  });

  test('reverts a seat for the leader, and tells nobody else whose', async () => {
    const page = await openPage();
    const aliceSession = await alice.connect(workshop.id);
    const since = await write(page, 'reverted', 'fel');
    const order = { seatId: aliceSeat.seatId, since };

    expect((await alice.call('POST', pathOf('/revert'), order)).status).toBe(403);
    expect((await leader.call('POST', pathOf('/revert'), order)).status).toBe(204);

    await eventually(() => objectsOf(page).get('reverted')?.has('deletedAt') === true, 'it is in the bin');
    await eventually(() => leading.events.at(-1)?.type === 'seat-reverted', 'the leader hears');
    await eventually(() => aliceSession.events.length > 0, 'alice hears of something');
    expect(aliceSession.events.map(({ type }) => type)).toEqual(['hidden']);
    expect(aliceSession.frames.join('')).not.toContain('seat-reverted');
    aliceSession.close();
  });

  test.each([
    ['a stranger', () => stranger, PAGE, '/state', 401],
    ['a recused person', () => carol, 'choices', '/state', 403],
    ['a recused person', () => carol, 'choices', '/playback', 403],
    ['a person on a page that is not open', () => alice, 'evaluation', '/state', 403],
    ['a page that does not exist', () => alice, 'nowhere', '/state', 404],
    ['a time before the page', () => alice, PAGE, '/state?at=5', 404],
    ['a time that is none', () => alice, PAGE, '/state?at=soon', 400],
    ['two moments at once', () => alice, PAGE, '/state?at=5&seq=5', 400],
    ['a playback from nowhere', () => alice, PAGE, '/playback?from=x', 400],
  ])('refuses %s: %#', async (_, reader, page, rest, status) => {
    expect((await reader().call('GET', pathOf(rest, page))).status).toBe(status);
  });

  test.each([
    ['a time before the workshop', PAGE, '/restore', { to: 5 }, 404],
    ['no time', PAGE, '/restore', {}, 400],
    ['somebody unknown', PAGE, '/revert', { seatId: 'nobody', since: 5 }, 404],
    ['an unknown page', 'nowhere', '/restore', { to: 5 }, 404],
  ])('does not go back to %s', async (_, page, rest, body, status) => {
    expect((await leader.call('POST', pathOf(rest, page), body)).status).toBe(status);
  });

  test('is not read without end', async () => {
    const dave = new ApiClient(() => server.url);
    await dave.join(workshop.code, 'Dave', 'elected');
    const statuses: number[] = [];
    for (let read = 0; read < 70; read += 1) statuses.push((await dave.call('GET', pathOf(''))).status);

    expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200));
    expect(statuses).toContain(429);
  });
});
