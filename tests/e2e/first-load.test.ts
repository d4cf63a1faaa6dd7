import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import { visits, type Visit } from '../../server/launch/sizes.mjs';
import {
  LAPTOP,
  launchBrowser,
  person,
  PHONE,
  photographOnFailure,
  SMALL_PHONE,
  type Person,
} from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'dist', 'client');

let server: ServerProcess;
let browser: Browser;
let leader: Person;
let counted: readonly Visit[];
let code: string;

beforeAll(async () => {
  counted = await visits(PAGES);
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  leader = await person(browser, LAPTOP);
  const bob = await person(browser, PHONE);
  code = await makeWorkshop(leader.page, server, 'Första laddningen');
  // A poll needs somebody who may vote.
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Oppositionsråd' });
  await openActivity(leader.page, /^Öppna Strategiska vägval.* för alla/);
  await leader.page.getByRole('button', { name: 'Ny omröstning' }).first().click();
  await leader.page.getByRole('button', { name: 'Välj alla' }).click();
  await leader.page.getByRole('button', { name: 'Öppna omröstningen' }).click();
  await leader.page.getByRole('dialog').waitFor({ state: 'detached' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('what a phone downloads', { timeout: 180_000 }, () => {
  test('is within its budgets, as the build counts it', () => {
    for (const { name, kilobytes, budget } of counted) expect(kilobytes, name).toBeLessThan(budget);
  });

  test('is what the build counts, on the way to the cards of a page with a vote', async () => {
    const alice = await person(browser, PHONE);
    photographOnFailure({ alice, leader });
    const scripts = scriptsFetchedBy(alice.page);

    await alice.page.goto(`${server.url}/j/${code}`);
    await alice.page.getByLabel('Namn', { exact: true }).waitFor();
    await alice.page.waitForLoadState('networkidle');
    expect(scripts).toEqual(countedFor('join view'));

    await alice.page.getByLabel('Namn', { exact: true }).fill('Alice');
    await alice.page.getByLabel('Roll').selectOption({ label: 'Kommunstyrelsens ordförande' });
    await alice.page.getByRole('button', { name: 'Gå med' }).click();
    await alice.page.getByText('Marknadsdriven utbyggnad').first().waitFor();
    await alice.page.getByRole('button', { name: 'Rösta', exact: true }).first().waitFor();
    await alice.page.waitForLoadState('networkidle');
    expect(scripts).toEqual(countedFor("phone's workshop view"));
    expect(alice.errors).toEqual([]);
  });

  test('is asked for again when it did not come, styles and all', async () => {
    const carol = await person(browser, SMALL_PHONE);
    photographOnFailure({ carol });
    await carol.page.route(/StartView/, (route) => route.abort());
    await carol.page.goto(server.url);
    const retry = carol.page.getByRole('button', { name: 'Försök igen' });
    const words = carol.page.getByText('Ingen kontakt med servern');
    await retry.waitFor();
    const [above, below] = await Promise.all([words.boundingBox(), retry.boundingBox()]);
    expect(must(below, 'the button').y).toBeGreaterThan(
      must(above, 'the words').y + must(above, 'the words').height,
    );

    await carol.page.unroute(/StartView/);
    await retry.click();
    await carol.page.getByLabel('Kod').waitFor();
    expect(await carol.page.locator('link[rel=stylesheet][href*=StartView]:not([data-failed])').count()).toBe(
      1,
    );
  });
});

function countedFor(name: string): ReadonlySet<string> {
  const visit = counted.find((each) => each.name === name);
  return new Set(must(visit, name).scripts);
}

/** Paths of all scripts the page asks for from now on, as the build names them. */
function scriptsFetchedBy(page: Page): ReadonlySet<string> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname.slice(1));
  });
  return scripts;
}
