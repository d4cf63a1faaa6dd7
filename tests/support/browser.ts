import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { findChromium } from './chromium.mjs';

/** Without these, Chromium calls its maker at every start. */
const QUIET_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const LAPTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;
export const SMALL_PHONE = { width: 320, height: 640 } as const;

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('no Chromium; see tests/support/chromium.mjs');
  return chromium.launch({ executablePath, args: QUIET_FLAGS });
}

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors the page reported: there should be none. */
  readonly errors: string[];
}

/** A person at a device of their own: own cookies, own storage. */
export async function person(
  browser: Browser,
  viewport: { readonly width: number; readonly height: number },
  options: { readonly dark?: boolean; readonly locale?: string; readonly bypassCSP?: boolean } = {},
): Promise<Person> {
  const touch = viewport.width < 720;
  const context = await browser.newContext({
    viewport: { ...viewport },
    hasTouch: touch,
    isMobile: touch,
    locale: options.locale ?? 'sv-SE',
    colorScheme: options.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    bypassCSP: options.bypassCSP === true,
  });
  const page = await context.newPage();
  // As patient as a busy machine with one core needs; a person who waits is not what is tested here.
  page.setDefaultTimeout(60_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { context, page, errors };
}

/** Keeps what everybody saw when a test fails, under tests/e2e/screenshots. */
export function photographOnFailure(people: Readonly<Record<string, Person>>): void {
  onTestFailed(async () => {
    for (const [name, { page }] of Object.entries(people)) {
      await page.screenshot({ path: `tests/e2e/screenshots/${name}.png` }).catch(() => undefined);
    }
  });
}
