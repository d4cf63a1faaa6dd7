import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  LAPTOP,
  launchBrowser,
  person,
  PHONE,
  photographOnFailure,
  type Person,
} from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;
let code: string;

/** As patient as a busy machine needs. */
const SOON = { timeout: 30_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  code = await makeWorkshop(alice.page, server, 'Figurer');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of [alice, bob]) await page.locator('[data-card]').first().waitFor();
  // Room to draw in, below what the page begins with.
  for (const { page } of [alice, bob]) {
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowDown');
  }
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('what is drawn around the cards', { timeout: 180_000 }, () => {
  test('by mouse: a frame and a shape in it, stretched by a handle, carried by the frame', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await tool(page, 'Ram').click();
    await drag(page, [450, 250], [950, 600]);
    await page.keyboard.type('Norra byn');
    await page.keyboard.press('Enter');
    await tool(page, 'Figur').click();
    await page.getByRole('radio', { name: 'Ellips' }).check();
    await drag(page, [550, 350], [710, 450]);
    await page.keyboard.type('Nod');
    await page.keyboard.press('Escape');
    const shape = ofKind(page, 'shape');
    const before = await boxOf(shape);
    await drag(page, [before.x + before.width, before.y + before.height], [770, 500]);
    await expect.poll(async () => (await boxOf(shape)).width, SOON).toBeGreaterThan(before.width + 40);
    await ofKind(bob.page, 'shape').waitFor({ state: 'attached' });
    await expect.poll(() => sizeOf(ofKind(bob.page, 'shape')), SOON).toEqual(await sizeOf(shape));

    const start = await placeOf(shape);
    await page.keyboard.press('Escape');
    await drag(page, [850, 262], [910, 302]);
    await expect.poll(() => placeOf(shape), SOON).not.toEqual(start);
    await expect.poll(() => placeOf(ofKind(bob.page, 'shape')), SOON).toEqual(await placeOf(shape));
  });

  test('by keyboard: a text, a link and a table, each where there is room', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    await page.keyboard.press('t');
    await page.keyboard.press('Enter');
    await page.keyboard.type('# Läget\n- fiber i **byn**');
    await page.keyboard.press('Escape');
    await ofKind(page, 'text').getByRole('heading', { name: 'Läget' }).waitFor();

    await page.keyboard.press('u');
    await page.keyboard.press('Enter');
    await page.keyboard.type('exempel.se/karta');
    await page.keyboard.press('Enter');
    const link = ofKind(page, 'link').getByRole('link');
    await expect.poll(() => link.getAttribute('href'), SOON).toBe('https://exempel.se/karta');
    expect(await link.getAttribute('rel')).toContain('noopener');

    await page.keyboard.press('b');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ort');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Hushåll');
    await page.keyboard.press('Enter');
    await page.keyboard.type('12');
    await page.keyboard.press('Escape');
    await ofKind(page, 'table').getByRole('columnheader', { name: 'Hushåll' }).waitFor();
    await ofKind(page, 'table').getByRole('cell', { name: '12' }).waitFor();
  });

  test('without dragging, a size is given in figures', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    await ofKind(page, 'shape').focus();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Storlek', exact: true }).click();
    await page.getByLabel('Bredd').fill('300');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await sizeOf(ofKind(page, 'shape')))[0], SOON).toBe(300);
    await page.getByLabel('Vridning, grader').fill('30');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => ofKind(page, 'shape').evaluate((card) => card.style.transform), SOON)
      .toContain('rotate(30deg)');
  });

  test('by touch: a stamp from behind the last button', async () => {
    const carol = await person(browser, PHONE);
    photographOnFailure({ carol });
    const { page } = carol;
    await joinWithCode(page, server, { code, name: 'Carol', role: 'Oppositionsråd' });
    await page.getByText('Tavla', { exact: true }).first().tap();
    await page.locator('[data-card]').first().waitFor();
    await page.getByRole('button', { name: 'Mer: fler verktyg' }).tap();
    await page.getByRole('button', { name: 'Stämpel', exact: true }).tap();
    await page.getByRole('radio', { name: 'Stjärna' }).check();
    await page.touchscreen.tap(195, 250);
    await ofKind(page, 'stamp').waitFor();
    await carol.context.close();
  });

  test('nothing went wrong unseen', () => {
    expect([...alice.errors, ...bob.errors]).toEqual([]);
  });
});

const ofKind = (page: Page, kind: string): Locator =>
  page.locator(`[data-card][data-kind="${kind}"]`).first();
const tool = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Verktyg' }).getByRole('button', { name, exact: true });

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(to[0], to[1], { steps: 5 });
  await page.mouse.up();
}

const placeOf = async (of: Locator): Promise<readonly number[]> => {
  const transform = await of.evaluate((element: HTMLElement) => element.style.transform);
  return (transform.match(/-?[\d.]+/g) ?? []).slice(0, 2).map((side) => Math.round(Number(side)));
};

const sizeOf = (of: Locator): Promise<readonly number[]> =>
  of.evaluate((element: HTMLElement) =>
    [element.style.inlineSize, element.style.minBlockSize].map((side) => Math.round(parseFloat(side))),
  );

async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('not on screen');
  return box;
}
