import { setTimeout as wait } from 'node:timers/promises';
import type { PlainBoard } from '../boards/plain-board.ts';
import { BenchBrowser, type WindowSize } from '../chromium/bench-browser.ts';
import type { BoardView } from '../chromium/in-page.ts';
import { HANDS, VAGVAL_BOARD } from '../chromium/page-scripts.ts';
import type { Contender, Look } from '../contender.ts';

/** The part of the window that is board; everybody's is as large. */
export const GROUND: WindowSize = { width: 1280, height: 800 };

/** The first look takes in how cards have grown around their words for this long. */
const SETTLED_MS = 1_500;
const OPEN_MS = 120_000;

export interface Calibration {
  /** The window in which ours has as much board as the others, whose tools lie upon it. */
  readonly window: WindowSize;
  /** What ours opens on; the others are told to open on the same. */
  readonly first: Look;
  readonly browser: string;
}

/** Visits ours once, unmeasured. */
export async function calibrate(ours: Contender, board: PlainBoard): Promise<Calibration> {
  const around = await look(ours, board, GROUND);
  const window = {
    width: 2 * GROUND.width - around.ground.width,
    height: 2 * GROUND.height - around.ground.height,
  };
  const { view, ground, browser } = await look(ours, board, window);
  const center = [view.x + ground.width / 2 / view.zoom, view.y + ground.height / 2 / view.zoom] as const;
  return { window, first: { center, zoom: view.zoom }, browser };
}

async function look(ours: Contender, board: PlainBoard, window: WindowSize) {
  const browser = await BenchBrowser.open(window, [HANDS, VAGVAL_BOARD]);
  try {
    await ours.visit(browser, board, { center: [0, 0], zoom: 1 });
    await browser.until('window.benchBoard', OPEN_MS, 'our own board was not there');
    await wait(SETTLED_MS);
    const view = await browser.evaluate<BoardView>('window.benchBoard.view()');
    const ground = await browser.evaluate<WindowSize>('window.benchGround().toJSON()');
    return { view, ground, browser: browser.version };
  } finally {
    await browser.close();
  }
}
