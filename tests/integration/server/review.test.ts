import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import type { ReviewDocument, SavedReview } from '#shared/report/review.ts';
import { ApiClient, type SessionClient } from '../../support/api-client.ts';
import { ServerProcess } from '../../support/server-process.ts';

let server: ServerProcess;
let workshop: WorkshopSummary;
let leading: SessionClient;
const leader = new ApiClient(() => server.url);
const alice = new ApiClient(() => server.url);
const carol = new ApiClient(() => server.url);
/** Whoever was sent the link, without a seat. */
const anyone = new ApiClient(() => server.url);
let before: ReviewDocument;

const read = (
  reader: ApiClient,
  secret = must(workshop.reviewLink.split('#')[1], 'the secret in the link'),
) => reader.call<ReviewDocument>('POST', `/reviews/${workshop.id}`, { secret });

async function saved(reader: ApiClient): Promise<SavedReview> {
  const { status, body } = await read(reader);
  expect(status).toBe(200);
  if (body.status !== 'ended') throw new Error('the workshop has ended');
  return body;
}

beforeAll(async () => {
  server = await ServerProcess.start();
  await leader.signIn(server.leaderSecret);
  workshop = await leader.createWorkshop();
  await leader.call('GET', `/workshops/${workshop.id}/seat`);
  leading = await leader.connect(workshop.id);
  await alice.join(workshop.code, 'Alice Andersson', 'executive-chair');
  await carol.join(workshop.code, 'Carol Carlsson', 'network-head');
  for (const activityId of ['welcome', 'choices'])
    await leading.command({ type: 'open-activity', activityId });
  await leading.command({
    type: 'open-poll',
    pollId: 'poll1',
    pageId: 'choices',
    question: 'Vilket huvudspår?',
    method: 'single',
    electorate: 'individual',
    secrecy: 'named',
    options: ['choice-1', 'choice-2'].map((id) => ({ id, title: id })),
  });
  const voting = await alice.connect(workshop.id);
  await voting.ballot('poll1', 'alices-ballot-1', { kind: 'single', option: 'choice-2' });
  voting.close();
  for (const type of ['close-poll', 'release-poll', 'place-poll-result'])
    await leading.command({ type, pollId: 'poll1' });
  before = (await read(anyone)).body;
  await leading.command({ type: 'end-workshop' });
});
afterAll(async () => {
  leading.close();
  await server.stop();
});

describe('the saved board by its link', () => {
  test('is not there before the leader has ended the workshop', () => {
    expect(Object.keys(before)).toEqual(['status', 'heading']);
    expect(before.status).toBe('ongoing');
  });

  test('has the opened pages, what lies on them and the result', async () => {
    const { pages } = await saved(anyone);
    expect(pages.map((page) => page.id)).toEqual(['welcome', 'choices']);
    const choices = pages[1];
    if (choices === undefined || choices.withheld) throw new Error('the choices are open to anyone else');
    expect(choices.objects.filter((object) => object.kind === 'choice')).toHaveLength(12);
    expect(choices.objects.filter((object) => object.kind === 'result')).toHaveLength(1);
    expect(choices.polls[0]?.placed?.result.tally).toMatchObject({ kind: 'single', ballotCount: 1 });
  });

  test('names nobody, neither to the leader', async () => {
    for (const reader of [anyone, leader])
      expect(JSON.stringify(await saved(reader))).not.toMatch(/Andersson|Carlsson/);
  });

  test('notes the recusal, and keeps the page from the one recused', async () => {
    const document = await saved(carol);
    expect(document.recusals.map(({ role, pageTitles }) => [role, pageTitles])).toEqual([
      ['network-head', ['Strategiska vägval']],
    ]);
    expect(document.pages[1]?.withheld).toBe(true);
    expect(JSON.stringify(document)).not.toContain('Vilket huvudspår?');
  });

  test('tells the course of the day to the leader only', async () => {
    expect((await saved(leader)).log?.at(-1)?.type).toBe('workshop-ended');
    expect((await saved(alice)).log).toBeNull();
  });

  test('opens with no other secret', async () => {
    const { status, body } = await read(anyone, 'fel');
    expect(status).toBe(410);
    expect(body).toMatchObject({ error: { kind: 'expired-link' } });
  });

  test('is the same after the server was killed and started again', async () => {
    const first = await saved(anyone);
    await server.kill();
    await server.restart();
    expect(await saved(anyone)).toEqual(first);
  });
});
