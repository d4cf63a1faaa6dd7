import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAPTOP, launchBrowser, person, photographOnFailure, type Person } from '../support/browser.ts';
import { joinWithCode, makeWorkshop, openActivity } from '../support/leader-desk.ts';
import { ServerProcess } from '../support/server-process.ts';

let server: ServerProcess;
let browser: Browser;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser()]);
  [alice, bob] = await Promise.all([person(browser, LAPTOP), person(browser, LAPTOP)]);
  const code = await makeWorkshop(alice.page, server, 'Bara namn och roller');
  await openActivity(alice.page, /^Öppna Inventeringen.* för alla/);
  await joinWithCode(bob.page, server, { code, name: 'Bob', role: 'Kommunchef eller kommundirektör' });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Only what the accessibility tree says: roles and names, which is all that a screen reader has to go by. */
test('by roles and names alone one adds, frames, connects, removes, restores, and meets the others', async () => {
  photographOnFailure({ alice, bob });
  const { page } = bob;
  await page.getByRole('radio', { name: 'Disposition' }).press('Space');
  const outline = page.getByRole('region', { name: 'Sidan som lista' });
  await outline.getByRole('button', { name: 'Lägg till anteckning' }).click();
  await outline.getByRole('textbox', { name: 'Text' }).fill('Sjökabel');
  await outline.getByRole('combobox', { name: 'Lägg till annat' }).selectOption('Ram');
  await outline.getByRole('button', { name: 'Lägg till', exact: true }).click();
  await outline.getByRole('textbox', { name: 'Rubrik' }).fill('Kusten');

  await outline.getByRole('button', { name: 'Flytta till ram …' }).first().waitFor();
  const note = outline.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Sjökabel' }) });
  await note.getByRole('button', { name: 'Flytta till ram …' }).click();
  await page
    .getByRole('dialog', { name: 'Flytta till ram: Sjökabel' })
    .getByRole('button', { name: 'Kusten' })
    .click();
  const members = outline.getByRole('button', { name: 'Visa innehållet i ramen Kusten: 1 sak i ramen' });
  await members.waitFor();
  expect(await members.getAttribute('aria-expanded')).toBe('true');

  const frame = outline
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Visa innehållet i ramen Kusten: 1 sak i ramen' }) });
  const inside = frame.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Sjökabel' }) });
  await inside.getByRole('button', { name: 'Koppla till …' }).click();
  const picker = page.getByRole('dialog', { name: 'Koppla till: Sjökabel' });
  await picker.getByRole('button', { name: /^Kusten/ }).click();
  await outline.getByRole('button', { name: /^Sjökabel → Kusten/ }).waitFor();
  expect(await outline.ariaSnapshot()).toContain('heading "Pilar 1" [level=2]');

  await inside.getByRole('button', { name: 'Ta bort' }).click();
  await outline.getByRole('button', { name: 'Papperskorg' }).click();
  const bin = page.getByRole('dialog', { name: 'Papperskorg' });
  await bin.getByRole('button', { name: 'Återställ Sjökabel' }).click();
  await bin.getByText('Papperskorgen är tom').waitFor();
  await bin.getByRole('button', { name: 'Stäng' }).click();
  await members.waitFor();

  await page.getByRole('radio', { name: 'Tavla' }).press('Space');
  const board = page.getByRole('region', { name: 'Tavlan' });
  await board.getByRole('article', { name: /Anteckning: Sjökabel/ }).waitFor();
  await page.getByRole('button', { name: 'Tillsammans och lugn' }).click();
  const together = page.getByRole('group', { name: 'Tillsammans och lugn' });
  await together.getByRole('button', { name: /^Följ / }).waitFor();
  await together.getByRole('checkbox', { name: 'Lugnt läge' }).check();
  await page.getByRole('button', { name: 'Nästa ram' }).waitFor();
  await together.getByRole('checkbox', { name: 'Lugnt läge' }).uncheck();

  await alice.page.getByRole('button', { name: 'Tillsammans och lugn' }).click();
  await alice.page.getByRole('button', { name: 'Samla alla här' }).click();
  await page.getByRole('button', { name: 'Tillbaka dit jag var' }).click();
  expect([...alice.errors, ...bob.errors]).toEqual([]);
}, 120_000);
