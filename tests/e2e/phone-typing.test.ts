import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, PHONE, photographOnFailure } from '../support/browser.ts';
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

/** Each event of the session once made the page anew under the form, and took keyboard and words with it. */
test('whoever writes in a form on a phone goes on writing while others join and the leader moves the time', async () => {
  const [leader, greta, sven] = await Promise.all([
    person(browser, LAPTOP),
    person(browser, PHONE),
    person(browser, PHONE),
  ]);
  photographOnFailure({ leader, greta, sven });
  const code = await makeWorkshop(leader.page, server, 'Skriva på telefon');
  await joinWithCode(greta.page, server, { code, name: 'Greta', role: 'Oppositionsråd' });
  await openActivity(leader.page, /^Öppna Inventeringen.* för alla/);
  await greta.page.getByRole('button', { name: 'Ny post' }).tap();
  const form = greta.page.getByRole('dialog');
  await form.getByLabel('Rubrik').fill('Norra byn');
  const field = form.getByLabel('Beskrivning');
  await field.tap();
  await watchFocus(field);

  const write = writer(greta.page);
  await write('Långt mellan husen.');
  await joinWithCode(sven.page, server, { code, name: 'Sven', role: 'Kommunstyrelsens ordförande' });
  await write(' Ingen har anmält planer.');
  await leader.page.getByRole('button', { name: 'Starta tiden' }).click();
  const time = sven.page.getByRole('timer');
  await time.waitFor();
  await write(' Väg och å korsas.');
  // In the middle of what is written, where a caret that is put back would be put wrong.
  await greta.page.keyboard.press('Control+Home');
  await write('Obs: ');
  await leader.page.getByRole('button', { name: 'Pausa' }).click();
  await time.getByText('pausad').waitFor();
  await write('mycket ');
  await leader.page.getByRole('button', { name: 'Ta bort tiden' }).click();
  await time.waitFor({ state: 'detached' });
  await write('l');
  await greta.page.keyboard.press('Delete');

  const written = 'Obs: mycket långt mellan husen. Ingen har anmält planer. Väg och å korsas.';
  expect(await field.inputValue()).toBe(written);
  expect(await lossesOf(field)).toBe(0);
  await form.getByRole('button', { name: 'Klar' }).tap();
  await sven.page.getByRole('button', { name: /^Norra byn/ }).tap();
  expect(await sven.page.getByRole('dialog').getByLabel('Beskrivning').inputValue()).toBe(written);
  for (const { errors } of [leader, greta, sven]) expect(errors).toEqual([]);
}, 180_000);

/** At the speed of a thumb, so that what others do falls between the letters. */
const writer = (page: Page) => (text: string) => page.keyboard.type(text, { delay: 30 });

/** Counts the times that the field loses the focus, or is another field than it was. */
const watchFocus = (field: Locator): Promise<void> =>
  field.evaluate((element: HTMLElement) => {
    element.dataset['losses'] = '0';
    element.addEventListener('blur', () => {
      element.dataset['losses'] = String(Number(element.dataset['losses']) + 1);
    });
  });

const lossesOf = (field: Locator): Promise<number> =>
  field.evaluate((element: HTMLElement) =>
    element === document.activeElement ? Number(element.dataset['losses']) : NaN,
  );
