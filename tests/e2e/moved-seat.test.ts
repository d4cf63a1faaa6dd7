import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, PHONE, photographOnFailure } from '../support/browser.ts';
import { joinWithCode, makeWorkshop } from '../support/leader-desk.ts';
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

test('a device whose seat was moved says so, and does not offer the form as if nothing had been', async () => {
  const [leader, phone, laptop] = await Promise.all([
    person(browser, LAPTOP),
    person(browser, PHONE),
    person(browser, LAPTOP),
  ]);
  photographOnFailure({ leader, phone, laptop });
  const code = await makeWorkshop(leader.page, server, 'Platsen');
  await joinWithCode(phone.page, server, { code, name: 'Greta', role: 'Oppositionsråd' });
  await phone.page.locator('main').waitFor();

  await moveSeat(phone.page, laptop.page);
  await phone.page.getByRole('heading', { name: 'Din plats används nu på en annan enhet' }).waitFor();
  await phone.page.reload();
  await phone.page.getByRole('heading', { name: 'Din plats flyttades till en annan enhet' }).waitFor();
  expect(await phone.page.getByLabel('Namn', { exact: true }).count()).toBe(0);

  // And back again: it was moved off the laptop while nobody was looking at it there.
  const room = laptop.page.url();
  await laptop.page.goto('about:blank');
  await moveSeat(laptop.page, phone.page, room);
  await laptop.page.goto(room);
  await laptop.page
    .getByRole('heading', { name: 'Din plats finns inte längre på den här enheten' })
    .waitFor();
  await laptop.page.getByLabel('Kod').fill(code);
  await laptop.page.getByRole('button', { name: 'Gå vidare' }).click();

  await laptop.page.getByRole('button', { name: 'Gå med på nytt som en ny person' }).click();
  const name = laptop.page.getByLabel('Namn', { exact: true });
  await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
  await name.fill('Sven');
  await laptop.page.getByLabel('Roll').selectOption({ label: 'Oppositionsråd' });
  await laptop.page.getByRole('button', { name: 'Gå med', exact: true }).click();
  await laptop.page.waitForURL(/\/w\//);
  for (const { errors } of [leader, phone, laptop]) expect(errors).toEqual([]);
}, 180_000);

/** Makes a personal link on one device and opens it on the other. */
async function moveSeat(from: Page, to: Page, room = from.url()): Promise<void> {
  const workshop = new URL(room).pathname.split('/').at(-1);
  const reply = await from
    .context()
    .request.post(`${server.url}/api/workshops/${workshop}/transfer-links`, { data: {} });
  const { link } = (await reply.json()) as { link: string };
  await to.goto(server.url + new URL(link).pathname + new URL(link).hash);
  await to.waitForURL(/\/w\//);
  await to.locator('main').waitFor();
}
