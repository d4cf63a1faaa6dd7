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
let carol: Person;

/** As patient as a busy machine needs. */
const SOON = { timeout: 30_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob, carol] = await Promise.all([
    person(browser, LAPTOP),
    person(browser, PHONE),
    person(browser, LAPTOP),
  ]);
  const code = await makeWorkshop(alice.page, server, 'Ritat');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await joinWithCode(carol.page, server, { code, name: 'Carol', role: 'Oppositionsråd' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  await bob.page.getByText('Tavla', { exact: true }).first().tap();
  for (const { page } of [alice, bob, carol]) await page.locator('[data-card]').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('drawing', { timeout: 120_000 }, () => {
  test('a line is seen by the other while it is drawn, and stays', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await groundOf(page).focus();
    await page.keyboard.press('p');
    await page.getByRole('radio', { name: 'Röd' }).check({ force: true });
    const [x, y] = await emptyPlace(page);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y - 30, { steps: 6 });
    await expect.poll(() => bob.page.locator('[data-live-ink]').isVisible(), SOON).toBe(true);
    await page.mouse.move(x + 120, y + 20, { steps: 6 });
    await page.mouse.up();
    for (const each of [alice, bob])
      await line(each.page, 'röd penna').first().waitFor({ state: 'attached' });
    await expect.poll(() => bob.page.locator('[data-live-ink]').isVisible(), SOON).toBe(false);
  });

  test('one step back takes back one line', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await page.keyboard.press('o');
    const [x, y] = await emptyPlace(page);
    await drag(page, [x, y + 40], [x + 150, y + 44]);
    await line(bob.page, 'gul märkpenna').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Ångra' }).click();
    await line(bob.page, 'gul märkpenna').waitFor({ state: 'detached' });
    expect(await line(page, 'röd penna').count()).toBe(1);
  });

  test('what the eraser touches fades, and is gone when it is lifted', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await groundOf(page).focus();
    await page.keyboard.press('e');
    const [x, y] = await emptyPlace(page);
    await page.mouse.move(x + 60, y - 120);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 80, { steps: 10 });
    await expect.poll(() => page.locator('[data-fading]').count(), SOON).toBe(1);
    expect(await line(bob.page, 'röd penna').count()).toBe(1);
    await page.mouse.up();
    for (const each of [alice, bob]) await line(each.page, 'röd penna').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });

  test('a finger draws on a phone', async () => {
    photographOnFailure({ alice, bob });
    const { page, context } = bob;
    await page.getByRole('button', { name: 'Mer: fler verktyg' }).tap();
    await page.getByRole('button', { name: 'Rita' }).tap();
    await page.getByRole('radio', { name: 'Blå' }).check({ force: true });
    const session = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: at === undefined ? [] : [{ x: at[0], y: at[1], id: 1 }],
      });
    await touch('touchStart', [120, 300]);
    for (let step = 1; step <= 8; step += 1)
      await touch('touchMove', [120 + step * 15, 300 + (step % 2) * 20]);
    await touch('touchEnd');
    await line(alice.page, 'blå penna').waitFor({ state: 'attached' });
  });

  test('a line can be found, moved, coloured and removed by keyboard', async () => {
    photographOnFailure({ alice, bob });
    const { page } = alice;
    await groundOf(page).focus();
    const blue = line(page, 'blå penna');
    await blue.focus();
    const before = await placeOf(blue);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => placeOf(blue), SOON).not.toEqual(before);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Färg' }).selectOption({ label: 'Grön' });
    await line(bob.page, 'grön penna').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await line(page, 'grön penna').focus();
    await page.keyboard.press('Delete');
    await line(bob.page, 'grön penna').waitFor({ state: 'detached' });
  });

  test('a connector is drawn from one to another, follows when one is moved, and stays when one is removed', async () => {
    photographOnFailure({ alice, carol });
    const { page } = alice;
    for (const text of ['Xalfa', 'Xbeta']) await addNote(page, text);
    await groundOf(page).focus();
    await page.keyboard.press('c');
    const [from, to] = [await middleOf(note(page, 'Xalfa')), await middleOf(note(page, 'Xbeta'))];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 6 });
    await page.locator('[data-connector-target]').nth(1).waitFor({ state: 'attached' });
    await page.mouse.up();
    const theirs = connector(carol.page, 'Xalfa → Xbeta');
    await theirs.waitFor({ state: 'attached' });

    const before = await placeOf(theirs);
    await note(page, 'Xbeta').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => placeOf(theirs), SOON).not.toEqual(before);
    // Where it has come to rest, no longer in the hand.
    await note(carol.page, 'Xbeta').and(carol.page.locator('[data-live]')).waitFor({ state: 'detached' });
    const after = await placeOf(theirs);
    await note(page, 'Xbeta').focus();
    await page.keyboard.press('Delete');
    await connector(carol.page, 'Xalfa → …').waitFor({ state: 'attached' });
    expect(await placeOf(connector(carol.page, 'Xalfa → …'))).toBe(after);
    await page.keyboard.press('Control+z');
    await theirs.waitFor({ state: 'attached' });
    expect(await placeOf(theirs)).toBe(after);
  });

  test('two clicks connect as well as a drag, and an end is led elsewhere', async () => {
    photographOnFailure({ alice, carol });
    const { page } = alice;
    await groundOf(page).focus();
    await page.keyboard.press('Escape');
    await addNote(page, 'Xgamma');
    await groundOf(page).focus();
    await page.keyboard.press('c');
    for (const text of ['Xgamma', 'Xalfa']) await page.mouse.click(...(await middleOf(note(page, text))));
    await connector(carol.page, 'Xgamma → Xalfa').waitFor({ state: 'attached' });
    const grip = page.locator('[data-connector-grip]').nth(1);
    await drag(page, await middleOf(grip), await middleOf(note(page, 'Xbeta')));
    await connector(carol.page, 'Xgamma → Xbeta').waitFor({ state: 'attached' });
  });

  test('by keyboard: connect to one from a list, write on the arrow, make it an elbow', async () => {
    photographOnFailure({ alice, carol });
    const { page } = alice;
    await note(page, 'Xbeta').focus();
    await page.keyboard.press('m');
    const choice = page.getByRole('button', { name: 'Koppla till' });
    await choice.focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Xgamma/ })
      .focus();
    await page.keyboard.press('Enter');
    const made = connector(page, 'Xbeta → Xgamma');
    await made.waitFor({ state: 'attached' });
    await made.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('fiber');
    await page.keyboard.press('Escape');
    await connector(carol.page, 'Xbeta → Xgamma: fiber').waitFor({ state: 'attached' });
    await made.focus();
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Alla uppgifter' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Väg' }).selectOption({ label: 'Vinklad' });
    await expect
      .poll(() => connector(carol.page, 'Xbeta → Xgamma').locator('path.line').getAttribute('d'), SOON)
      .toContain('Q');
  });

  test('nothing went wrong unseen', () => {
    expect([...alice.errors, ...bob.errors, ...carol.errors]).toEqual([]);
  });
});

const groundOf = (page: Page): Locator => page.getByRole('region', { name: 'Tavlan' });

const line = (page: Page, drawnWith: string): Locator =>
  page.locator(`[data-card][data-kind="stroke"][aria-label^="Streck, ${drawnWith}"]`);

const connector = (page: Page, name: string): Locator =>
  page.locator(`[data-card][data-kind="connector"][aria-label*="${name}"]`).first();

const note = (page: Page, text: string): Locator =>
  page.locator('[data-card][data-kind="note"]', { hasText: text }).first();

async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till anteckning' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await note(page, text).waitFor();
}

async function middleOf(of: Locator): Promise<[x: number, y: number]> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('not on screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** A point of the view below everything that lies on the board. */
async function emptyPlace(page: Page): Promise<readonly [x: number, y: number]> {
  const box = await groundOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  return [box.x + 60, box.y + box.height - 260];
}

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}

/** Where a card lies on the board, whatever the view. */
const placeOf = (of: Locator): Promise<string> =>
  of.evaluate((element: HTMLElement) => element.style.transform);
