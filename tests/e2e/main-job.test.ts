import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE } from '#shared/protocol/sync.ts';
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

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the main job, end to end', { timeout: 300_000 }, async () => {
  const [leader, greta, sven, carol] = await Promise.all([
    person(browser, LAPTOP),
    person(browser, PHONE),
    person(browser, PHONE),
    person(browser, LAPTOP),
  ]);
  const everybody: readonly Person[] = [leader, greta, sven, carol];
  photographOnFailure({ leader, greta, sven, carol });

  // Join by code.
  const code = await makeWorkshop(leader.page, server, 'Bredbandslyftet i Exempel');
  await Promise.all([
    joinWithCode(greta.page, server, { code, name: 'Greta', role: 'Kommunstyrelsens ordförande' }),
    joinWithCode(sven.page, server, { code, name: 'Sven', role: 'Oppositionsråd' }),
    joinWithCode(carol.page, server, { code, name: 'Carol', role: 'Stadsnätschef' }),
  ]);

  // The leader opens the inventory; every screen follows.
  await openActivity(leader.page, /^Öppna Inventeringen.* för alla/);
  for (const { page } of everybody)
    await page
      .getByRole('heading', { name: /Inventeringen/ })
      .first()
      .waitFor();

  // A phone adds an item; the laptop and the other phone see its text as it is typed.
  await greta.page.getByRole('button', { name: 'Ny post' }).click();
  const form = greta.page.getByRole('dialog');
  await form.getByLabel('Rubrik').fill('Norra skogsbygden saknar bredband');
  await form.getByLabel('Delområde').fill('Norra skogsbygden');
  await form.getByLabel('Antal hushåll').fill('1 130');
  await form.getByLabel('Antal hushåll').blur();
  await showAs(carol.page, 'Disposition');
  await carol.page.getByText('Norra skogsbygden saknar bredband').first().waitFor();
  await sven.page.getByText('Norra skogsbygden saknar bredband').first().waitFor();

  // Two people write in the same text at once; both see both.
  await sven.page
    .getByRole('button', { name: /Norra skogsbygden saknar bredband/ })
    .first()
    .click();
  const svensTitle = sven.page.getByRole('dialog').getByLabel('Rubrik');
  await svensTitle.click();
  await Promise.all([
    svensTitle.press('End').then(() => sven.page.keyboard.type(' helt')),
    form
      .getByLabel('Rubrik')
      .press('Home')
      .then(() => greta.page.keyboard.type('Hela ')),
  ]);
  const merged = 'Hela Norra skogsbygden saknar bredband helt';
  for (const { page } of [greta, sven]) {
    await expect
      .poll(() => page.getByRole('dialog').getByLabel('Rubrik').inputValue(), { timeout: 20_000 })
      .toBe(merged);
  }
  await carol.page.getByText(merged).first().waitFor();
  for (const { page } of [greta, sven]) await page.getByRole('button', { name: 'Klar' }).click();
  for (const { page } of everybody) await saved(page);

  // The leader opens the strategic choices; the head of the network is shown out, and gets nothing by a raw socket either.
  await openActivity(leader.page, /^Öppna Strategiska vägval.* för alla/);
  for (const { page } of [leader, greta, sven]) {
    await page
      .getByRole('heading', { name: /Strategiska vägval/ })
      .first()
      .waitFor();
    await page.getByText('Marknadsdriven utbyggnad').first().waitFor();
  }
  await carol.page.getByRole('heading', { name: /Du deltar inte i/ }).waitFor();
  expect(await carol.page.getByText('Marknadsdriven utbyggnad').count()).toBe(0);
  const workshop = new URL(leader.page.url()).pathname.split('/').at(-1) ?? '';
  const raw = await rawSocket(carol, `/sync/${workshop}/page/choices`);
  expect(raw.code).toBe(CLOSE.forbidden);
  expect(raw.received).not.toContain('Marknadsdriven');

  // A poll by ranking, named, one ballot a person.
  await leader.page.getByRole('button', { name: 'Ny omröstning' }).first().click();
  await leader.page.getByRole('button', { name: 'Välj inga' }).click();
  for (const choice of [/Marknadsdriven utbyggnad/, /Samverkansavtal/, /öppet nät/]) {
    await leader.page.getByRole('checkbox', { name: choice }).first().check();
  }
  await leader.page.getByRole('button', { name: 'Öppna omröstningen' }).click();
  await vote(greta.page, [/Samverkansavtal/, /öppet nät/]);

  // The server is killed in the middle, and comes back.
  await server.kill();
  await sven.page
    .getByText(/Ingen kontakt|Offline|Ansluter/)
    .first()
    .waitFor();
  await server.restart();
  for (const { page } of [leader, greta, sven]) await saved(page);
  await vote(sven.page, [/öppet nät/, /Samverkansavtal/]);
  await expectReceived(greta.page);

  await leader.page.getByText('2 av 2 har röstat').first().waitFor();
  await leader.page.getByRole('button', { name: 'Stäng omröstningen' }).click();
  await leader.page.getByRole('button', { name: 'Visa resultatet för alla' }).click();

  // The same figures on all screens: two opposite rankings tie in first place under both methods.
  for (const { page } of [leader, greta, sven]) {
    await page
      .getByText(/Borda och Schulze ger samma ordning/)
      .first()
      .waitFor();
    await page
      .getByText(/2 av 2 röstade/)
      .first()
      .waitFor();
  }
  const figures = await Promise.all([leader, greta, sven].map(({ page }) => rankingFigures(page)));
  expect(figures[0]).toContain('delad 1:a');
  expect(new Set(figures).size).toBe(1);
  expect(await carol.page.getByText('Borda').count()).toBe(0);
  await leader.page.getByRole('button', { name: 'Lägg resultatet på tavlan' }).click();
  await leader.page.getByText('Ligger på tavlan').first().waitFor();

  // The leader ends the workshop; the saved board opens for whoever has the link, edits and result in it.
  const reviewLink = await leader.page.evaluate(async () => {
    const response = await fetch(`/api/workshops/${location.pathname.split('/').at(-1)}/invitation`);
    return ((await response.json()) as { reviewLink: string }).reviewLink;
  });
  await endWorkshop(leader.page);
  await server.kill();
  await server.restart();
  const reader = await person(browser, LAPTOP);
  await reader.page.goto(reviewLink);
  await reader.page.getByText(merged).first().waitFor();
  await reader.page.getByText('1 130').first().waitFor();
  await reader.page.getByText('Borda').first().waitFor();
  await reader.page.getByText('Stadsnätschef').first().waitFor();

  for (const { errors } of [...everybody, reader]) expect(errors).toEqual([]);
});

const showAs = (page: Page, view: string): Promise<void> =>
  page.getByText(view, { exact: true }).first().click();

async function saved(page: Page): Promise<void> {
  await page.getByText('Sparat', { exact: true }).first().waitFor({ state: 'attached', timeout: 60_000 });
}

async function vote(page: Page, preferences: readonly RegExp[]): Promise<void> {
  await page
    .getByRole('button', { name: /^Rösta/ })
    .last()
    .click();
  for (const option of preferences) await page.getByRole('button', { name: option }).first().click();
  await page.getByRole('button', { name: 'Lämna rösten' }).click();
  await expectReceived(page);
}

async function expectReceived(page: Page): Promise<void> {
  await page.getByText('Mottagen').first().waitFor({ timeout: 60_000 });
}

/** The table of the two methods, as text. */
async function rankingFigures(page: Page): Promise<string> {
  const table = page.getByRole('table', { name: /Ordning enligt två metoder/ }).first();
  return (await table.innerText()).replaceAll(/\s+/g, ' ').trim();
}

async function endWorkshop(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mer', exact: true }).click();
  await page.getByRole('button', { name: 'Avsluta workshoppen' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Avsluta', exact: true }).click();
  await page.getByText('Workshoppen är avslutad').first().waitFor();
}

/** What a socket with the person's cookies is sent before it is closed, as latin-1 text. */
async function rawSocket(who: Person, path: string): Promise<{ code: number; received: string }> {
  const cookies = await who.context.cookies(server.url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers: { cookie } });
  let received = '';
  socket.on('message', (data: Buffer) => (received += data.toString('latin1')));
  return new Promise((resolve, reject) => {
    socket.on('close', (code) => resolve({ code, received }));
    socket.on('error', reject);
  });
}
