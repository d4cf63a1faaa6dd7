import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import { ApiClient, type SessionClient } from '../support/api-client.ts';
import { LAPTOP, launchBrowser, person, photographOnFailure } from '../support/browser.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Longer than any title that people have given a choice, and twelve of them. */
const OPTIONS = Array.from({ length: 12 }, (_, i) => ({
  id: `o${i}`,
  title: `${i + 1}. Upphandlad utbyggnad med statligt stöd, genomförd av den operatör som erbjuder lägst kostnad per anslutet hushåll`,
}));

test('a result with twelve long options is whole within its card, also with large letters', async () => {
  await placeResult();
  const reader = await person(browser, LAPTOP);
  photographOnFailure({ reader });
  const { page, errors } = reader;
  await page.goto(`${server.url}/leader#${server.leaderSecret}`);
  await page.getByRole('link', { name: 'Tolv vägval' }).click();
  await page.getByText('Disposition', { exact: true }).first().click();
  const entry = page.locator('[data-entry]', { hasText: 'I vilken ordning?' });
  await entry.locator('[data-entry-button]').click();
  await entry.getByRole('button', { name: 'Visa på tavlan' }).click();

  const card = page.locator('[data-card][data-kind="result"]');
  await card
    .getByText(/^Upphandlad/)
    .nth(11)
    .waitFor();
  const natural = await fitOf(card);
  expect(natural.drawnAt).toBe(1);
  expect(natural.over).toBeLessThanOrEqual(0);
  expect(natural.grown).toBe(0);

  await page.evaluate(() => (document.documentElement.style.fontSize = '150%'));
  await expect.poll(async () => (await fitOf(card)).drawnAt).toBeLessThan(1);
  const large = await fitOf(card);
  expect(large.over).toBeLessThanOrEqual(0);
  expect(large.grown).toBe(0);
  expect(errors).toEqual([]);
}, 180_000);

/** How what is drawn lies in the card: at which scale, how far beyond its edge, and how much taller the card is than its box. */
const fitOf = (card: Locator): Promise<{ drawnAt: number; over: number; grown: number }> =>
  card.evaluate((element: HTMLElement) => {
    const content = element.querySelector<HTMLElement>('.content');
    if (content === null) throw new Error('no content');
    const scale = /scale\(([\d.]+)\)/.exec(content.style.transform);
    return {
      drawnAt: scale === null ? 1 : Number(scale[1]),
      over: Math.floor(content.getBoundingClientRect().bottom - element.getBoundingClientRect().bottom),
      grown: element.offsetHeight - parseFloat(element.style.minBlockSize),
    };
  });

/** A ranking with two ballots that agree on nothing, released and laid on its page. */
async function placeResult(): Promise<void> {
  const leader = new ApiClient(() => server.url);
  await leader.signIn(server.leaderSecret);
  const workshop = await leader.createWorkshop('bredbandslyftet', 'Tolv vägval');
  await leader.call('GET', `/workshops/${workshop.id}/seat`);
  const leading = await leader.connect(workshop.id);
  const activity = must(
    leading.view?.state.agenda.find(({ pageId }) => pageId === 'choices'),
    'the choices',
  );
  await leading.command({ type: 'open-activity', activityId: activity.id });
  const voters = await Promise.all(['Alice', 'Bob'].map((name) => join(workshop.code, name)));
  await leading.command({
    type: 'open-poll',
    pollId: 'poll',
    pageId: 'choices',
    question: 'I vilken ordning?',
    method: 'ranking',
    electorate: 'individual',
    secrecy: 'named',
    options: OPTIONS,
  });
  const tiers = OPTIONS.map(({ id }) => [id]);
  for (const [i, voter] of voters.entries())
    await voter.ballot('poll', `ballot-of-${i}`, {
      kind: 'ranking',
      tiers: i === 0 ? tiers : tiers.toReversed(),
    });
  for (const type of ['close-poll', 'release-poll', 'place-poll-result'])
    expect(await leading.command({ type, pollId: 'poll' })).toEqual({ ok: true, value: null });
  for (const session of [leading, ...voters]) session.close();
}

async function join(code: string, name: string): Promise<SessionClient> {
  const api = new ApiClient(() => server.url);
  const { workshopId } = await api.join(code, name, 'elected');
  return api.connect(workshopId);
}
