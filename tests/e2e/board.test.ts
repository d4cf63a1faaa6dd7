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
  code = await makeWorkshop(alice.page, server, 'Tavlan');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of [alice, bob]) await cards(page).first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('the whiteboard', { timeout: 180_000 }, () => {
  test('what one writes on a note the other reads, and two write in it at once', async () => {
    photographOnFailure({ alice, bob });
    await addNote(alice.page, 'Fiber till byn');
    const bobs = card(bob.page, 'Fiber till byn');
    await bobs.waitFor();
    await bobs.dblclick();
    await bob.page.keyboard.press('End');
    await card(alice.page, 'Fiber till byn').dblclick();
    await alice.page.keyboard.press('Home');
    await Promise.all([bob.page.keyboard.type(' före jul'), alice.page.keyboard.type('Mer ')]);
    for (const { page } of [alice, bob])
      await expect.poll(() => editor(page).inputValue(), SOON).toBe('Mer Fiber till byn före jul');
    for (const { page } of [alice, bob]) await page.keyboard.press('Escape');
  });

  test('a drag is seen by the other while it lasts, and undo takes back only one’s own', async () => {
    photographOnFailure({ alice, bob });
    await addNote(alice.page, 'Flyttas av Alice');
    const theirs = card(bob.page, 'Flyttas av Alice');
    await theirs.waitFor();
    const start = await placeOf(theirs);
    const hand = await grip(card(alice.page, 'Flyttas av Alice'));
    await alice.page.mouse.move(...hand);
    await alice.page.mouse.down();
    await alice.page.mouse.move(hand[0] + 120, hand[1] - 60, { steps: 5 });
    await expect.poll(() => theirs.getAttribute('data-live'), SOON).toBe('true');
    await alice.page.mouse.up();
    await expect.poll(() => theirs.getAttribute('data-live'), SOON).toBeNull();
    const moved = await placeOf(theirs);
    expect(moved).not.toEqual(start);

    // Bob moves it on: it is no longer Alice's to take back.
    await theirs.focus();
    await bob.page.keyboard.press('ArrowDown');
    const ours = card(alice.page, 'Flyttas av Alice');
    await expect.poll(() => ours.getAttribute('data-live'), SOON).toBe('true');
    await expect.poll(() => ours.getAttribute('data-live'), SOON).toBeNull();
    const after = await placeOf(ours);
    expect(after).toEqual([moved[0], moved[1] + 10]);
    await alice.page.getByRole('button', { name: 'Ångra' }).click();
    await alice.page.getByText('någon annan har ändrat samma sak').waitFor();
    expect(await placeOf(ours)).toEqual(after);
    await alice.page.getByRole('button', { name: 'Stäng', exact: true }).click();
  });

  test('a pointer shows with its name on the other screen', async () => {
    photographOnFailure({ alice, bob });
    const ground = await boxOf(bob.page.getByRole('region', { name: 'Tavlan' }));
    await bob.page.mouse.move(ground.x + 200, ground.y + 40);
    await bob.page.mouse.move(ground.x + 220, ground.y + 50);
    await alice.page.locator('[data-cursor]', { hasText: 'Bob' }).waitFor({ state: 'attached' });
    await bob.page.mouse.move(10, 10);
    await alice.page.locator('[data-cursor]', { hasText: 'Bob' }).waitFor({ state: 'detached' });
  });

  test('a megabyte that is pasted is refused whole, with a message, and the text is kept', async () => {
    photographOnFailure({ alice });
    await addNote(alice.page, 'Kort');
    await card(alice.page, 'Kort').dblclick();
    await editor(alice.page).evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x'.repeat(1024 * 1024));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await alice.page.getByText('för mycket text på en gång').waitFor();
    expect(await editor(alice.page).inputValue()).toBe('Kort');
    // By another road than paste, as a browser's own insertion: refused just the same.
    await editor(alice.page).evaluate((field: HTMLTextAreaElement) => {
      field.value += 'y'.repeat(9_000);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(await editor(alice.page).inputValue()).toBe('Kort');
    await alice.page.getByRole('button', { name: 'Stäng', exact: true }).click();
    await alice.page.keyboard.press('Escape');
  });

  test('a script on a note is text', async () => {
    photographOnFailure({ alice, bob });
    const words = '<img src=x onerror="document.title=1">';
    await addNote(alice.page, words);
    await card(bob.page, words).waitFor();
    expect(await bob.page.locator('[data-card] img').count()).toBe(0);
  });

  test('everything by keyboard: find, move, mark, write, remove and bring back', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    await page.getByRole('region', { name: 'Tavlan' }).focus();
    await page.keyboard.press('n');
    await page.keyboard.type('Bara tangenter');
    await page.keyboard.press('Escape');
    const note = card(page, 'Bara tangenter');
    await expect.poll(() => isFocused(note)).toBe(true);
    const before = await placeOf(note);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => placeOf(note), SOON).toEqual([before[0] + 20, before[1]]);
    await page.keyboard.press('m');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Risk' }).check();
    await expect.poll(() => note.getAttribute('aria-label'), SOON).toContain('Risk');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(note)).toBe(true);
    await page.keyboard.press('Delete');
    await note.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await note.waitFor();
  });

  test('fingers pan, select, move and pinch', async () => {
    const carol = await person(browser, PHONE);
    photographOnFailure({ carol });
    await joinWithCode(carol.page, server, { code, name: 'Carol', role: 'Oppositionsråd' });
    await carol.page.getByText('Tavla', { exact: true }).first().tap();
    const { page } = carol;
    await cards(page).first().waitFor();
    const touch = await fingers(carol);
    await addNote(page, 'Fingrar');
    await page.keyboard.press('Escape');
    const note = card(page, 'Fingrar');
    await expect.poll(() => note.getAttribute('data-selected'), SOON).toBeNull();
    const from = await grip(note);
    const place = await placeOf(note);
    await touch.drag(from, [from[0] - 30, from[1] + 60]);
    const panned = await grip(note);
    expect(panned[1] - from[1]).toBeCloseTo(60, -1);
    expect(await placeOf(note)).toEqual(place);

    await touch.tap(panned);
    await expect.poll(() => note.getAttribute('data-selected'), SOON).toBe('true');
    await touch.drag(panned, [panned[0] + 40, panned[1] + 40]);
    await expect.poll(() => placeOf(note), SOON).not.toEqual(place);

    const before = await boxOf(note);
    await touch.pinch([195, 300], 40, 120);
    await expect.poll(async () => (await boxOf(note)).width / before.width, SOON).toBeGreaterThan(2);
    await carol.context.close();
  });

  test('from afar the board is a picture, in which what is taken hold of is a card', async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    const ground = page.getByRole('region', { name: 'Tavlan' });
    const note = card(page, 'Bara tangenter');
    await page.getByRole('button', { name: 'Visa allt' }).click();
    await ground.focus();
    for (let i = 0; i < 8; i += 1) await page.keyboard.press('-');
    await expect.poll(() => cards(page).count(), SOON).toBeLessThan(3);
    await expect.poll(() => isPainted(page), SOON).toBe(true);
    // The keyboard reaches every card there too, and the picture makes room for it.
    await page.keyboard.press('Tab');
    await expect.poll(() => cards(page).count(), SOON).toBeGreaterThan(0);
    const first = cards(page).first();
    await expect.poll(() => isFocused(first), SOON).toBe(true);
    const at = await grip(first);
    await page.keyboard.press('Escape');
    await page.mouse.click(at[0], at[1]);
    await expect.poll(() => first.getAttribute('data-selected'), SOON).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Visa i full storlek/ }).click();
    await page.getByRole('button', { name: 'Visa allt' }).click();
    await note.waitFor(SOON);
  });

  test('what was written without contact survives the closing of the tab, and merges on return', async () => {
    photographOnFailure({ alice, bob });
    await server.kill();
    await bob.page
      .getByText(/Ingen kontakt|Offline/)
      .first()
      .waitFor();
    await addNote(bob.page, 'Skrivet utan nät');
    await bob.page
      .getByText(/2 ändringar finns\s+bara på den här enheten/)
      .first()
      .waitFor();
    const address = bob.page.url();
    await bob.page.close();
    await server.restart();
    const page = await bob.context.newPage();
    await page.goto(address);
    for (const each of [page, alice.page]) await card(each, 'Skrivet utan nät').waitFor(SOON);
  });

  test('nothing went wrong unseen', () => {
    expect([...alice.errors, ...bob.errors]).toEqual([]);
  });
});

const cards = (page: Page): Locator => page.locator('[data-card]');
const card = (page: Page, text: string): Locator => page.locator('[data-card]', { hasText: text }).first();
const editor = (page: Page): Locator => page.locator('[data-card] textarea');

async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till anteckning' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await card(page, text).waitFor();
}

/** Where a card lies on the board, whatever the view. */
const placeOf = async (of: Locator): Promise<readonly [x: number, y: number]> => {
  const transform = await of.evaluate((element: HTMLElement) => element.style.transform);
  const [x = NaN, y = NaN] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return [x, y];
};

async function boxOf(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('not on screen');
  return box;
}

/** A point on the card where a hand would take it. */
async function grip(of: Locator): Promise<[x: number, y: number]> {
  const { x, y, width, height } = await boxOf(of);
  return [x + width / 2, y + height * 0.75];
}

/** Whether there is anything on the picture beneath the cards, or in their stead. */
const isPainted = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-picture]');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return canvas?.hidden === false && pixels?.some((value) => value > 0) === true;
  });

const isFocused = (of: Locator): Promise<boolean> =>
  of.evaluate((element) => element === document.activeElement);

type Point = readonly [x: number, y: number];

/** Real touches, one or two fingers, as Chromium gives them to the page. */
async function fingers({ context, page }: Person) {
  const session = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  return {
    async tap(at: Point): Promise<void> {
      await send('touchStart', [at]);
      await send('touchEnd', []);
    },
    async drag(from: Point, to: Point): Promise<void> {
      await send('touchStart', [from]);
      for (let step = 1; step <= 6; step += 1)
        await send('touchMove', [
          [from[0] + ((to[0] - from[0]) * step) / 6, from[1] + ((to[1] - from[1]) * step) / 6],
        ]);
      await send('touchEnd', []);
    },
    async pinch([x, y]: Point, from: number, to: number): Promise<void> {
      const apart = (spread: number): readonly Point[] => [
        [x - spread, y],
        [x + spread, y],
      ];
      await send('touchStart', apart(from));
      for (let step = 1; step <= 6; step += 1)
        await send('touchMove', apart(from + ((to - from) * step) / 6));
      await send('touchEnd', []);
    },
  };
}
