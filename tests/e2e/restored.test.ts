import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { SERVER_BUNDLE, ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;

const SOON = { timeout: 60_000 } as const;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  alice = await person(browser, LAPTOP);
  await makeWorkshop(alice.page, server, 'Återställning');
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  await alice.page.locator('[data-card]').first().waitFor();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

const run = (command: string, file: string) =>
  promisify(execFile)(process.execPath, [SERVER_BUNDLE, command, file, '--data', server.directory]);

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till anteckning' }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await page.getByRole('banner').getByText('Sparat').first().waitFor();
}

test(
  'what a screen had of a page is offered as a file when the page is restored, and is not merged into it',
  { timeout: 240_000 },
  async () => {
    photographOnFailure({ alice });
    const { page } = alice;
    const file = join(server.directory, 'backup.sqlite');
    await write(page, 'Före säkerhetskopian');
    await run('backup', file);
    await write(page, 'Efter säkerhetskopian');
    await run('restore', file);

    await page.getByText('har återställts från en säkerhetskopia').waitFor(SOON);
    await page.getByText('Före säkerhetskopian').first().waitFor(SOON);
    await expect
      .poll(() => page.locator('[data-card]', { hasText: 'Efter säkerhetskopian' }).count(), SOON)
      .toBe(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Spara som fil' }).click();
    const saved = await readFile(await (await download).path(), 'utf8');
    expect(saved).toContain('Efter säkerhetskopian');
    await page.getByRole('button', { name: 'Stäng', exact: true }).click();

    // And people go on, in the restored page.
    await write(page, 'Nytt efteråt');
    await page.reload();
    await page.getByText('Nytt efteråt').first().waitFor(SOON);
    expect(alice.errors).toEqual([]);
  },
);
