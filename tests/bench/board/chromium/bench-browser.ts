import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type BrowserContext, type CDPSession } from 'playwright-core';
import type { Point } from '#shared/geometry/box.ts';
import { must } from '#shared/kernel/assert.ts';
import { findChromium } from '../../../support/chromium.mjs';

export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info',
];
const LOOK_EVERY_MS = 50;

/**
 * A fresh Chromium with an empty profile and one window. Only the raw protocol touches the page: what Playwright puts into a page listens
 * to every touch on the window, and on 10,000 elements that alone costs a hundred milliseconds a frame.
 */
export class BenchBrowser {
  readonly cdp: CDPSession;
  readonly #context: BrowserContext;
  readonly #profile: string;

  private constructor(cdp: CDPSession, context: BrowserContext, profile: string) {
    this.cdp = cdp;
    this.#context = context;
    this.#profile = profile;
  }

  /** `scripts` run in the page before its own. */
  static async open(viewport: WindowSize, scripts: readonly string[]): Promise<BenchBrowser> {
    const profile = await mkdtemp(join(tmpdir(), 'vagval-bench-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: must(findChromium(), 'a Chromium; see tests/support/chromium.mjs'),
      args: FLAGS,
      ignoreDefaultArgs: ['--headless', '--hide-scrollbars'],
      viewport: { ...viewport },
      locale: 'sv-SE',
      reducedMotion: 'no-preference',
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const cdp = await context.newCDPSession(page);
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Network.enable');
    for (const source of scripts) await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source });
    return new BenchBrowser(cdp, context, profile);
  }

  get version(): string {
    return this.#context.browser()?.version() ?? '';
  }

  throttle(rate: number): Promise<unknown> {
    return this.cdp.send('Emulation.setCPUThrottlingRate', { rate });
  }

  async setCookies(header: string, url: string): Promise<void> {
    for (const pair of header.split('; ')) {
      const at = pair.indexOf('=');
      await this.cdp.send('Network.setCookie', { name: pair.slice(0, at), value: pair.slice(at + 1), url });
    }
  }

  async goTo(url: string): Promise<void> {
    await this.cdp.send('Page.navigate', { url });
  }

  /** The value of an expression in the page; promises are waited for. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Throws after `ms`. */
  async until(expression: string, ms: number, what: string): Promise<void> {
    const deadline = Date.now() + ms;
    while (Date.now() < deadline) {
      // While it navigates there is nobody to ask.
      if (await this.evaluate<boolean>(`Boolean(${expression})`).catch(() => false)) return;
      await wait(LOOK_EVERY_MS);
    }
    throw new Error(`${what}: not within ${Math.round(ms / 1000)} s`);
  }

  /** The left button is down from a press to its release; a move before the press is of a free hand. */
  async mouse(
    type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
    [x, y]: Point,
    isDown = true,
  ): Promise<void> {
    const button = isDown || type !== 'mouseMoved' ? 'left' : 'none';
    const clickCount = type === 'mouseMoved' ? 0 : 1;
    await this.cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button,
      buttons: isDown ? 1 : 0,
      clickCount,
    });
  }

  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }
}
