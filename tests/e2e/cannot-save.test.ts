import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SQLITE_FILE_NAME } from '#server/storage/open-storage.ts';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;

const SOON = { timeout: 60_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  const code = await makeWorkshop(alice.page, server, 'När det inte går att spara');
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of [alice, bob]) await page.locator('[data-card]').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What the header says of saving. */
const saying = (page: Page, text: string | RegExp) => page.getByRole('banner').getByText(text).first();

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till anteckning' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

describe('what people write', { timeout: 180_000 }, () => {
  test('while the server cannot store it is kept, said so, seen by nobody else, and saved in the end', async () => {
    photographOnFailure({ alice, bob });
    // Somebody else holds the database: as good as a full disk, and it can be ended.
    const database = new DatabaseSync(join(server.directory, SQLITE_FILE_NAME));
    database.exec('BEGIN IMMEDIATE');
    await write(alice.page, 'Skrivet när disken var full');
    await saying(alice.page, 'Kan inte spara').waitFor();
    expect(await alice.page.getByText('Skrivet när disken var full').count()).toBeGreaterThan(0);
    expect(await bob.page.getByText('Skrivet när disken var full').count()).toBe(0);
    database.exec('ROLLBACK');
    database.close();
    await saying(alice.page, 'Sparat').waitFor(SOON);
    await bob.page.getByText('Skrivet när disken var full').first().waitFor(SOON);
  });

  test('without a connection is counted, and reaches the others on return', async () => {
    photographOnFailure({ alice, bob });
    await bob.context.setOffline(true);
    await write(bob.page, 'Skrivet i bergrummet');
    await saying(bob.page, /Offline/).waitFor(SOON);
    await write(alice.page, 'Skrivet under tiden');
    await bob.context.setOffline(false);
    await saying(bob.page, 'Sparat').waitFor(SOON);
    await alice.page.getByText('Skrivet i bergrummet').first().waitFor(SOON);
    await bob.page.getByText('Skrivet under tiden').first().waitFor(SOON);
    expect([...alice.errors, ...bob.errors]).toEqual([]);
  });

  test('is there after the server has been killed and the screens have been reloaded', async () => {
    photographOnFailure({ alice, bob });
    await server.kill();
    await server.restart();
    for (const { page } of [alice, bob]) {
      await page.reload();
      for (const text of ['Skrivet när disken var full', 'Skrivet i bergrummet', 'Skrivet under tiden'])
        await page.getByText(text).first().waitFor(SOON);
    }
  });
});
