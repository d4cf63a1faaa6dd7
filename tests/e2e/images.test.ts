import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
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
  const code = await makeWorkshop(alice.page, server, 'Bilder');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of [alice, bob]) await page.locator('[data-card]').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const choose = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await page.getByRole('button', { name: /^Mer: fler verktyg/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Bild', exact: true }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'image/png', buffer });
};

describe('pictures', { timeout: 180_000 }, () => {
  test('one is chosen, described, and seen by the others with its words', async () => {
    photographOnFailure({ alice, bob });
    const map = await sharp({ create: { width: 3_000, height: 1_500, channels: 3, background: '#3366cc' } })
      .png()
      .toBuffer();
    await choose(alice.page, 'karta.png', map);
    const dialog = alice.page.getByRole('dialog', { name: 'Beskriv bilden' });
    await dialog.getByLabel('Vad bilden visar').fill('Karta över kommunen');
    await dialog.getByRole('button', { name: 'Spara beskrivningen' }).click();

    const theirs = bob.page.getByRole('img', { name: 'Karta över kommunen' });
    await theirs.waitFor();
    const width = () => theirs.evaluate((image) => (image as HTMLImageElement).naturalWidth);
    await expect.poll(width, SOON).toBe(2_560);
  });

  test('a damaged file is told of, and nothing comes of it', async () => {
    photographOnFailure({ alice });
    const before = await alice.page.locator('[data-kind="image"]').count();
    await choose(alice.page, 'trasig.png', Buffer.from('not a picture'));
    await alice.page.getByText('trasig.png går inte att läsa som bild').first().waitFor();
    expect(await alice.page.locator('[data-kind="image"]').count()).toBe(before);
    expect(alice.errors).toEqual([]);
  });
});
