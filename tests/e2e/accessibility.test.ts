import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import { violations } from '../support/axe.ts';
import { LAPTOP, launchBrowser, person, PHONE, SMALL_PHONE } from '../support/browser.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
const TIMEOUT = 240_000;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start({ args: ['--demo'] }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Keys of the tools, and what Return then lays on the board. */
const DRAWN = [
  ['f', 'frame'],
  ['s', 'shape'],
  ['d', 'stamp'],
  ['b', 'table'],
  ['u', 'link'],
  ['t', 'text'],
] as const;

async function signedIn(viewport: { width: number; height: number }, dark: boolean): Promise<Page> {
  const { page } = await person(browser, viewport, { dark, bypassCSP: true });
  await page.goto(`${server.url}/leader#${server.leaderSecret}`);
  await page.getByRole('heading', { name: 'Mina workshoppar' }).waitFor();
  return page;
}

const demo = async (page: Page): Promise<readonly WorkshopSummary[]> =>
  page.evaluate(async () => (await (await fetch('/api/workshops')).json()) as WorkshopSummary[]);

async function demoOf(page: Page, template: string): Promise<WorkshopSummary> {
  const found = (await demo(page)).find((workshop) => workshop.template === template);
  if (found === undefined) throw new Error(`no demo of ${template}`);
  return found;
}

async function clean(page: Page, view: string): Promise<void> {
  expect(await violations(page), view).toEqual([]);
}

/** A page that scrolls sideways loses the reader: nothing but the board and wide tables, which scroll in themselves, may. */
async function fits(page: Page, view: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow, `${view} scrolls sideways`).toBeLessThanOrEqual(0);
}

describe.each([
  { name: 'light', dark: false },
  { name: 'dark', dark: true },
])('axe finds nothing in $name', ({ dark }) => {
  test('the start page, the new workshop and the join form', { timeout: TIMEOUT }, async () => {
    for (const viewport of [LAPTOP, SMALL_PHONE]) {
      const page = await signedIn(viewport, dark);
      await clean(page, 'start');
      await fits(page, 'start');
      const { code } = await demoOf(page, 'bredbandslyftet');
      await page.getByRole('button', { name: 'Ny workshop' }).click();
      await page.getByRole('dialog').waitFor();
      await clean(page, 'new workshop');
      const { page: guest } = await person(browser, viewport, { dark, bypassCSP: true });
      await guest.goto(`${server.url}/j/${code}`);
      await guest.getByLabel('Namn', { exact: true }).waitFor();
      await guest.getByRole('button', { name: 'Gå med' }).click();
      await clean(guest, 'join with faults');
      await fits(guest, 'join');
      await Promise.all([page.context().close(), guest.context().close()]);
    }
  });

  test(
    'a board with something of each kind that is drawn, and its outline',
    { timeout: TIMEOUT },
    async () => {
      const page = await signedIn(LAPTOP, dark);
      const { id } = await demoOf(page, 'bredbandslyftet');
      await page.goto(`${server.url}/w/${id}`);
      await page.getByText('I stort sett utbyggt').first().waitFor();
      for (const [key, kind] of DRAWN) {
        await page.getByRole('region', { name: 'Tavlan' }).focus();
        // What is written on a board is as large as the board is seen.
        await page.keyboard.press('0');
        await page.keyboard.press(key);
        await page.keyboard.press('Enter');
        await page.locator(`[data-kind="${kind}"]`).first().waitFor();
        await clean(page, `writing in a ${kind}`);
        await page.keyboard.press('Escape');
      }
      await clean(page, 'all kinds');
      await page.getByText('Disposition', { exact: true }).first().click();
      await page.getByText('Ramar').first().waitFor();
      await clean(page, 'outline of all kinds');
      await page.context().close();
    },
  );

  test('the workshop on a laptop: board, table, outline, drawers', { timeout: TIMEOUT }, async () => {
    const page = await signedIn(LAPTOP, dark);
    const { id } = await demoOf(page, 'bredbandslyftet');
    await page.goto(`${server.url}/w/${id}`);
    await page.getByText('I stort sett utbyggt').first().waitFor();
    await clean(page, 'board');
    for (const view of ['Tabell', 'Disposition']) {
      await page.getByText(view, { exact: true }).first().click();
      await page.getByText('I stort sett utbyggt').first().waitFor();
      await clean(page, view);
    }
    for (const drawer of [/^Omröstning/, /^Deltagare/, /^Mer$/]) {
      await page.getByRole('button', { name: drawer }).first().click();
      await clean(page, `drawer ${drawer.source}`);
    }
    await page.context().close();
  });

  test('polls and results', { timeout: TIMEOUT }, async () => {
    const page = await signedIn(LAPTOP, dark);
    const { id } = await demoOf(page, 'working-group');
    await page.goto(`${server.url}/w/${id}`);
    await page.getByRole('button', { name: 'Grupparbete om förvaltningsmodell', exact: true }).click();
    await page.getByText('Borda').first().waitFor();
    await clean(page, 'board with result');
    await page.getByRole('button', { name: 'Ny omröstning' }).first().click();
    await page.getByRole('dialog').waitFor();
    await clean(page, 'poll setup');
    await page.context().close();
  });

  test('the workshop on a phone', { timeout: TIMEOUT }, async () => {
    const leader = await signedIn(LAPTOP, dark);
    const { code } = await demoOf(leader, 'bredbandslyftet');
    for (const viewport of [PHONE, SMALL_PHONE]) {
      const { page } = await person(browser, viewport, { dark, bypassCSP: true });
      await page.goto(`${server.url}/j/${code}`);
      await page.getByLabel('Namn', { exact: true }).fill('Greta');
      await page.getByLabel('Roll').selectOption('elected');
      await page.getByRole('button', { name: 'Gå med' }).click();
      await page.getByText('I stort sett utbyggt').first().waitFor();
      await clean(page, 'cards');
      await fits(page, 'cards');
      await page.getByRole('button', { name: 'Ny post' }).click();
      await page.getByRole('dialog').waitFor();
      await clean(page, 'form');
      await page.getByRole('button', { name: 'Klar' }).click();
      for (const tab of ['Dagordning', 'Rösta', 'Mer']) {
        await page.getByRole('navigation').getByRole('button', { name: tab }).click();
        await clean(page, tab);
        await fits(page, tab);
      }
      await page.context().close();
    }
    await leader.context().close();
  });
});

test('the saved board, on a laptop and on a small phone', { timeout: TIMEOUT }, async () => {
  const page = await signedIn(LAPTOP, false);
  const { id, reviewLink } = await demoOf(page, 'working-group');
  await page.goto(`${server.url}/w/${id}`);
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('button', { name: 'Avsluta workshoppen' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avsluta', exact: true }).click();
  await page.getByText('Workshoppen är avslutad').first().waitFor();
  for (const dark of [false, true]) {
    for (const viewport of [LAPTOP, SMALL_PHONE]) {
      const { page: reader } = await person(browser, viewport, { dark, bypassCSP: true });
      await reader.goto(reviewLink);
      await reader.getByText('Borda').first().waitFor();
      await clean(reader, 'review');
      await fits(reader, 'review');
      await reader.context().close();
    }
  }
});
