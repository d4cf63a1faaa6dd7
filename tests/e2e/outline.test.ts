import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;

const SOON = { timeout: 30_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  const code = await makeWorkshop(alice.page, server, 'Dispositionen');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  await alice.page.locator('[data-card]').first().waitFor();
  for (const text of ['Första', 'Andra', 'Tredje']) {
    await alice.page.getByRole('button', { name: 'Lägg till anteckning' }).click();
    await alice.page.keyboard.type(text);
    await alice.page.keyboard.press('Escape');
  }
  await showAs(bob.page, 'Disposition');
  await button(bob.page, 'Tredje').waitFor();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the outline', { timeout: 180_000 }, () => {
  test('an entry is moved by keys and keeps the focus; whoever writes on the board goes on writing', async () => {
    photographOnFailure({ alice, bob });
    await card(alice.page, 'Första').dblclick();
    await alice.page.keyboard.press('End');
    await alice.page.keyboard.type(' ord');
    await button(bob.page, 'Första ord').focus();
    for (const order of [
      ['Andra', 'Första ord', 'Tredje'],
      ['Andra', 'Tredje', 'Första ord'],
    ]) {
      await bob.page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => lastThree(bob.page), SOON).toEqual(order);
      await expect.poll(() => isFocused(button(bob.page, 'Första ord')), SOON).toBe(true);
    }
    await saved(bob.page);
    await alice.page.keyboard.type(' till');
    await button(bob.page, 'Första ord till').waitFor();
    await alice.page.keyboard.press('Escape');
    await expect.poll(() => isFocused(card(alice.page, 'Första ord till')), SOON).toBe(true);

    await bob.page.keyboard.press('Control+z');
    await expect.poll(() => lastThree(bob.page), SOON).toEqual(['Andra', 'Första ord till', 'Tredje']);
    await showAs(alice.page, 'Disposition');
    await expect.poll(() => lastThree(alice.page), SOON).toEqual(['Andra', 'Första ord till', 'Tredje']);
  });

  test('"show on the board" goes to the object, and the next visit is where one left', async () => {
    photographOnFailure({ bob });
    const { page } = bob;
    await button(page, 'Tredje').click();
    await page.getByRole('button', { name: 'Visa på tavlan' }).click();
    const note = card(page, 'Tredje');
    await expect.poll(() => isFocused(note), SOON).toBe(true);
    expect(await note.getAttribute('data-selected')).toBe('true');
    const [ground, box] = [await page.locator('.ground').boundingBox(), await note.boundingBox()];
    expect(ground && box && middleOf(box) - middleOf(ground)).toBeCloseTo(0, -1);

    const home = page.getByRole('region', { name: 'Tavlan' });
    await home.focus();
    await page.keyboard.press('Shift+1');
    const view = await viewOf(page);
    await showAs(page, 'Disposition');
    await button(page, 'Tredje').waitFor();
    await showAs(page, 'Tavla');
    await note.waitFor();
    await expect.poll(() => viewOf(page), SOON).toEqual(view);
  });

  test('nothing went wrong unseen', () => {
    expect([...alice.errors, ...bob.errors]).toEqual([]);
  });
});

const card = (page: Page, text: string): Locator => page.locator('[data-card]', { hasText: text }).first();
const button = (page: Page, text: string): Locator =>
  page.locator('[data-entry]', { hasText: text }).locator('[data-entry-button]');

/** What alice has written: notes of no meaning, after the one that the template gives. */
const lastThree = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('[data-entry] .name').allInnerTexts()).slice(-3);

async function showAs(page: Page, view: string): Promise<void> {
  await page.locator('fieldset', { hasText: 'Visa sidan som' }).getByText(view, { exact: true }).click();
}

const saved = (page: Page): Promise<void> => page.getByText('Sparat', { exact: true }).first().waitFor();

/** Where the eye is, on whole pixels as when it rests, and the zoom. */
const viewOf = (page: Page): Promise<readonly number[]> =>
  page
    .locator('.camera')
    .first()
    .evaluate((camera: HTMLElement) => {
      const [x = NaN, y = NaN, zoom = NaN] = (camera.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
      return [Math.round(x), Math.round(y), zoom];
    });

const middleOf = ({ x, width }: { x: number; width: number }): number => x + width / 2;

const isFocused = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => element === document.activeElement);
