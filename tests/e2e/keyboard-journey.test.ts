import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { focusedName, tabTo } from '../support/keyboard.ts';
import { makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;
let code: string;

const SOON = { timeout: 30_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  code = await makeWorkshop(alice.page, server, 'Bara tangenter');
  await openActivity(alice.page, /^Öppna Strategiska vägval.* för alla/);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('a person without a mouse joins, reads, adds, moves, connects and votes', async () => {
  photographOnFailure({ alice, bob });
  const { page } = bob;
  const { keyboard } = page;
  const entry = (text: string) => page.locator('[data-entry]', { hasText: text });

  // Joins.
  await page.goto(server.url);
  await page.getByLabel('Kod').waitFor();
  await tabTo(page, /^Kod/);
  await keyboard.type(code);
  await keyboard.press('Enter');
  await page.getByLabel('Namn', { exact: true }).waitFor();
  await tabTo(page, /^Namn/);
  await keyboard.type('Bob');
  await tabTo(page, /^Roll/);
  await keyboard.type('Kommunchef');
  await tabTo(page, 'Gå med');
  await keyboard.press('Enter');
  await page.waitForURL(/\/w\//);
  await page.locator('[data-card]').first().waitFor();

  // Reads the page as a list.
  await tabTo(page, /^Tavla$/);
  await keyboard.press('ArrowRight');
  await entry('Marknadsdriven utbyggnad').first().waitFor();
  await tabTo(page, /Marknadsdriven utbyggnad/);
  await keyboard.press('ArrowDown');
  expect(await focusedName(page)).not.toMatch(/Marknadsdriven utbyggnad/);

  // Adds a note, and a frame to put it in.
  await tabTo(page, 'Lägg till anteckning', true);
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page), SOON).toMatch(/Text/);
  await keyboard.type('Sjökabel');
  await tabTo(page, /^Lägg till annat/, true);
  await keyboard.type('Ram');
  await tabTo(page, 'Lägg till');
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page), SOON).toMatch(/Rubrik/);
  await keyboard.type('Kusten');
  await entry('Kusten').first().waitFor();

  // Moves the note into it.
  await tabTo(page, /^Sjökabel$/);
  await tabTo(page, 'Flytta till ram …');
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, 'Kusten');
  await keyboard.press('Enter');
  await entry('Kusten').locator('[data-entry]', { hasText: 'Sjökabel' }).waitFor();

  // Connects it with a card.
  await tabTo(page, /^Sjökabel$/, true);
  await tabTo(page, 'Koppla till …');
  await keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(page, /^Marknadsdriven utbyggnad/);
  await keyboard.press('Enter');
  await expect.poll(() => focusedName(page), SOON).toMatch(/Sjökabel → .*Marknadsdriven utbyggnad/);

  // Votes.
  const leader = alice.page;
  await leader.getByRole('button', { name: 'Ny omröstning' }).first().click();
  await leader.getByRole('button', { name: 'Välj alla' }).click();
  await leader.getByRole('button', { name: 'Öppna omröstningen' }).click();
  await page
    .getByRole('button', { name: /^Rösta/ })
    .first()
    .waitFor();
  await tabTo(page, /^Rösta/, true);
  await keyboard.press('Enter');
  await page.getByRole('list', { name: 'Alternativ' }).first().waitFor();
  // The card of the same name is on the page behind; the one nearest to the button is the ballot's.
  await tabTo(page, 'Lämna rösten');
  await tabTo(page, /Marknadsdriven utbyggnad/, true);
  await keyboard.press('Space');
  await tabTo(page, 'Lämna rösten');
  await keyboard.press('Enter');
  await page.getByText('Mottagen').first().waitFor();
  expect(bob.errors).toEqual([]);
}, 120_000);
