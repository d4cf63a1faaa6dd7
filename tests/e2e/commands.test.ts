import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;

/** As patient as a busy machine needs. */
const SOON = { timeout: 30_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  const code = await makeWorkshop(alice.page, server, 'Kommandon');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of [alice, bob]) await page.locator('[data-card]').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('commands on the board', { timeout: 180_000 }, () => {
  test('pasted lines are notes; grouped by the context menu, they move together and are undone in one step', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    await paste(page, 'Gruppen ett\nGruppen två');
    await card(page, 'Gruppen två').waitFor();
    await card(page, 'Gruppen ett').click({ button: 'right' });
    await menuItem(page, 'Duplicera').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F10');
    await menuItem(page, 'Gruppera').click();
    const [one, two] = [await placeOf(card(page, 'Gruppen ett')), await placeOf(card(page, 'Gruppen två'))];
    await page.keyboard.press('Escape');
    await card(page, 'Gruppen ett').click();
    await card(page, 'Gruppen ett').press('ArrowDown');
    await expect.poll(() => placeOf(card(page, 'Gruppen två')), SOON).not.toEqual(two);
    await expect.poll(() => card(page, 'Gruppen ett').getAttribute('data-moving'), SOON).toBe(null);
    await page.keyboard.press('Control+z');
    await expect.poll(() => placeOf(card(page, 'Gruppen ett')), SOON).toEqual(one);
    await expect.poll(() => placeOf(card(page, 'Gruppen två')), SOON).toEqual(two);
  });

  test('what the leader locks nobody else moves or unlocks, and they are told', async () => {
    photographOnFailure({ alice, bob });
    await paste(alice.page, 'Låst av Alice');
    await card(alice.page, 'Låst av Alice').click({ button: 'right' });
    await menuItem(alice.page, 'Lås som workshopledare').click();
    const theirs = card(bob.page, 'Låst av Alice');
    await expect.poll(() => theirs.getAttribute('aria-label'), SOON).toMatch(/låst/);
    const place = await placeOf(theirs);
    await theirs.click();
    await theirs.press('ArrowRight');
    await bob.page.getByText('Workshopledaren har låst det.').waitFor();
    expect(await placeOf(theirs)).toEqual(place);
    await theirs.press('Shift+F10');
    await menuItem(bob.page, 'Kopiera').waitFor();
    expect(await menuItem(bob.page, 'Lås upp').count()).toBe(0);
    expect(await menuItem(bob.page, 'Ta bort').count()).toBe(0);
    await bob.page.keyboard.press('Escape');
    await card(alice.page, 'Låst av Alice').press('Control+Shift+L');
    await expect.poll(() => theirs.getAttribute('aria-label'), SOON).not.toMatch(/låst/);
  });

  test('rows of a spreadsheet are items, and copied they are rows again', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    await paste(page, 'Rubrik\tHushåll\nNyhem\t3 100\nUtby\tca 40\nSumma\t3140');
    await page.getByText('2 poster tillagda.').first().waitFor();
    await page.getByText('1 uppgift kunde inte läsas').first().waitFor();
    await expect.poll(() => copied(page), SOON).toMatch(/^Rubrik\t.*\nNyhem\t(.*\t)?3\s100\t(.|\n)*Utby/);
  });

  test('Ctrl+F finds and goes there; duplicates are merged once the person has said so', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await paste(page, 'Dubbel sak\nDubbel sak!\nNågot annat');
    await card(page, 'Något annat').waitFor();
    await page.keyboard.press('Control+f');
    const field = page.getByRole('searchbox', { name: 'Sök efter' });
    await field.fill('dubbel');
    await page.getByText('2 träffar.').waitFor();
    await field.press('Enter');
    await page.getByText('Träff 1 av 2.').waitFor();
    await field.press('Escape');
    await expect.poll(() => isFocused(card(page, 'Dubbel sak')), SOON).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+F10');
    await menuItem(page, 'Ordna').click();
    await menuItem(page, 'Slå ihop dubbletter').click();
    await page.getByRole('button', { name: 'Slå ihop 1 hög' }).click();
    await expect.poll(() => cards(page, 'Dubbel sak').count(), SOON).toBe(1);
    await expect.poll(() => cards(bob.page, 'Dubbel sak').count(), SOON).toBe(1);
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => cards(bob.page, 'Dubbel sak').count(), SOON).toBe(2);
  });

  test('the help sheet tells every key, and a large deletion asks', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Kortkommandon' });
    await sheet.getByText('Duplicera').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.getByRole('dialog', { name: /^Ta bort \d+ kort/ }).waitFor();
    await page.getByRole('button', { name: 'Avbryt' }).click();
    await expect.poll(() => cards(page, 'Något annat').count(), SOON).toBe(1);
  });

  test('nothing went wrong unseen', () => {
    expect([...alice.errors, ...bob.errors]).toEqual([]);
  });
});

const cards = (page: Page, text: string): Locator => page.locator('[data-card]', { hasText: text });
const card = (page: Page, text: string): Locator => cards(page, text).first();
const menuItem = (page: Page, name: string): Locator =>
  page.getByRole('menuitem', { name, exact: false }).first();

const placeOf = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => (element as HTMLElement).style.transform);

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** As the browser's own event brings it, which no setting of the clipboard's can refuse. */
async function paste(page: Page, text: string): Promise<void> {
  const ground = page.getByRole('region', { name: 'Tavlan' });
  await ground.focus();
  await ground.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const copied = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Tavlan' }).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
