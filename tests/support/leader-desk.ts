import type { Page } from 'playwright-core';
import type { ServerProcess } from './server-process.ts';

/** Signs in by the leader's link and makes a workshop by hand, as a leader does. Resolves to its join code. */
export async function makeWorkshop(page: Page, server: ServerProcess, title: string): Promise<string> {
  await page.goto(`${server.url}/leader#${server.leaderSecret}`);
  await page.getByRole('button', { name: 'Ny workshop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Rubrik').fill(title);
  await dialog.getByLabel('Kommun eller organisation').fill('Exempel kommun');
  await dialog.getByRole('button', { name: 'Skapa workshop' }).click();
  await page.waitForURL(/\/w\/[a-z0-9]+$/);
  await page.getByRole('heading', { name: 'Innan ni börjar' }).waitFor();
  return page.evaluate(async () => {
    const response = await fetch(`/api/workshops/${location.pathname.split('/').at(-1)}/invitation`);
    return ((await response.json()) as { code: string }).code;
  });
}

/** Types the code on the start page and takes a seat. */
export async function joinWithCode(
  page: Page,
  server: ServerProcess,
  seat: { readonly code: string; readonly name: string; readonly role: string },
): Promise<void> {
  await page.goto(server.url);
  await page.getByLabel('Kod').fill(`${seat.code.slice(0, 3).toLowerCase()} ${seat.code.slice(3)}`);
  await page.getByRole('button', { name: 'Gå vidare' }).click();
  await page.getByLabel('Namn', { exact: true }).fill(seat.name);
  await page.getByLabel('Kommun eller organisation').fill('Exempel kommun');
  await page.getByLabel('Roll').selectOption({ label: seat.role });
  await page.getByRole('button', { name: 'Gå med' }).click();
  await page.waitForURL(/\/w\//);
}

/** Opens an activity for everybody from the agenda. */
export async function openActivity(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: title }).first().click();
}
