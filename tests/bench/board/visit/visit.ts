import { setTimeout as wait } from 'node:timers/promises';
import type { Point } from '#shared/geometry/box.ts';
import { must } from '#shared/kernel/assert.ts';
import { quantile } from '../../sync/report/median.ts';
import { noteNear, type PlainBoard } from '../boards/plain-board.ts';
import { BenchBrowser, type WindowSize } from '../chromium/bench-browser.ts';
import type { BoardView, Moves } from '../chromium/in-page.ts';
import { HANDS, VAGVAL_BOARD } from '../chromium/page-scripts.ts';
import { pictureComplete } from '../chromium/picture-complete.ts';
import { dragLatencies, startTrace, stopTrace, TRACED } from '../chromium/trace.ts';
import type { Contender, Look } from '../contender.ts';
import type { Plan, Scenario } from '../plan.ts';
import { countBytes, type BytesReceived } from './bytes-received.ts';
import { watchForeigners } from './foreign-cores.ts';
import { framesOf } from './frames-of.ts';
import type { DragReading, Frames, Loading, Outcome, Reading, RemoteReading } from './reading.ts';

export interface VisitPlan extends Plan {
  readonly throttle: number;
  readonly scenarios: readonly Scenario[];
  readonly window: WindowSize;
  /** The board's part of it, as large for everybody. */
  readonly ground: WindowSize;
  /** What everybody's first view shows: what ours opens on. */
  readonly first: Look;
}

/** So near that a note fills an eighth of the window's width: some thirty are in view. */
const NEAR_ZOOM = 0.82;
const QUIET_MS = 600;
const REMOTE_RATE = 100;
/** Half of what others move is in view, near the middle; half is not. */
const REMOTE_EACH = 5;
const DRAG_RADIUS = 80;
const DRAG_PERIOD_MS = 1_500;
const FRAME_MS = 16;

/** One fresh browser on one board. Does not throw: what cannot be measured is told as that. */
export async function visit(contender: Contender, board: PlainBoard, plan: VisitPlan): Promise<Outcome> {
  const browser = await BenchBrowser.open(plan.window, [
    HANDS,
    ...(contender.id === 'vagval' ? [VAGVAL_BOARD] : []),
  ]);
  try {
    const reading = await new Visit(browser, contender, board, plan).measure();
    return { ok: true, reading };
  } catch (error) {
    return {
      ok: false,
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  } finally {
    await browser.close();
  }
}

class Visit {
  readonly #browser: BenchBrowser;
  readonly #contender: Contender;
  readonly #board: PlainBoard;
  readonly #plan: VisitPlan;
  readonly #center: Point;
  readonly #deadline: number;
  readonly #failures: string[] = [];
  #notesInFarView: number | null = null;

  constructor(browser: BenchBrowser, contender: Contender, board: PlainBoard, plan: VisitPlan) {
    this.#browser = browser;
    this.#contender = contender;
    this.#board = board;
    this.#plan = plan;
    this.#center = [board.width / 2, board.height / 2];
    this.#deadline = Date.now() + plan.visitMs;
  }

  async measure(): Promise<Reading> {
    const foreigners = watchForeigners();
    const bytes = countBytes(this.#browser.cdp);
    await this.#browser.throttle(this.#plan.throttle);
    const loading = await this.#open(bytes);
    const moving = {
      'pan-near': await this.#attempt('pan-near', () => this.#move('pan')),
      'zoom-near': await this.#attempt('zoom-near', () => this.#move('zoom')),
    };
    const drag = await this.#attempt('drag', () => this.#drag());
    const remote = await this.#attempt('remote', () => this.#remote());
    const far = {
      'pan-far': await this.#attempt('pan-far', () => this.#move('pan')),
      'zoom-far': await this.#attempt('zoom-far', () => this.#move('zoom')),
    };
    return {
      loading,
      moving: { ...moving, ...far },
      drag,
      remote,
      notesInFarView: this.#notesInFarView,
      foreignCores: foreigners(),
      failures: this.#failures,
    };
  }

  /** One scenario from its own start; what goes wrong in it is told, and the others are measured all the same. */
  async #attempt<T>(scenario: Scenario, measure: () => Promise<T>): Promise<T | null> {
    if (!this.#plan.scenarios.includes(scenario)) return null;
    const late = new AbortController();
    const left = Math.max(0, this.#deadline - Date.now());
    try {
      return await Promise.race([
        this.#lookFor(scenario).then(measure),
        wait(left, null, { signal: late.signal }).then(() => {
          throw new Error('time was over');
        }),
      ]);
    } catch (error) {
      this.#failures.push(`${scenario}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    } finally {
      late.abort();
    }
  }

  async #lookFor(scenario: Scenario): Promise<void> {
    if (scenario.endsWith('far')) this.#notesInFarView = await this.#lookFar();
    else await this.#lookNear();
  }

  async #open(bytes: () => BytesReceived): Promise<Loading> {
    const { cdp } = this.#browser;
    await startTrace(cdp, TRACED.loading);
    await this.#contender.visit(this.#browser, this.#board, this.#plan.first);
    const url = await this.#ready();
    const completeMs = pictureComplete(await stopTrace(cdp), url);
    const { code, all } = bytes();
    await cdp.send('Performance.enable');
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    const heap = must(
      metrics.find(({ name }) => name === 'JSHeapUsedSize'),
      'the heap',
    );
    return {
      completeMs: must(completeMs, 'a picture'),
      codeBytes: code,
      allBytes: all,
      heapMb: heap.value / 1e6,
      elements: await this.#browser.evaluate<number>(`document.querySelectorAll('*').length`),
    };
  }

  /** Resolves to where the page is. */
  async #ready(): Promise<string> {
    const { openMs } = this.#plan;
    await this.#browser.until('window.benchBoard', openMs, 'the board was not there');
    await wait(QUIET_MS);
    await this.#quiet();
    return this.#browser.evaluate<string>('location.href');
  }

  #quiet(): Promise<void> {
    return this.#browser.until(
      `benchHands.quietFor() > ${QUIET_MS}`,
      this.#plan.openMs,
      'the page was never at rest',
    );
  }

  async #look(center: Point, zoom: number): Promise<BoardView> {
    const view = await this.#browser.evaluate<BoardView>(
      `benchHands.lookAt(${JSON.stringify(center)}, ${zoom})`,
    );
    await wait(QUIET_MS);
    await this.#quiet();
    return view;
  }

  #lookNear(): Promise<BoardView> {
    return this.#look(this.#center, NEAR_ZOOM);
  }

  /** The whole board, or as far out as it goes. Resolves to how many notes are then in the window. */
  async #lookFar(): Promise<number> {
    const { width, height } = this.#plan.ground;
    const zoom = Math.min(width / this.#board.width, height / this.#board.height);
    const view = await this.#look(this.#center, zoom);
    const [right, bottom] = [view.x + width / view.zoom, view.y + height / view.zoom];
    return this.#board.notes.filter(
      ({ box: [x, y, w, h] }) => x + w > view.x && y + h > view.y && x < right && y < bottom,
    ).length;
  }

  async #move(hand: 'pan' | 'zoom'): Promise<Frames> {
    const times = await this.#browser.evaluate<readonly number[]>(
      `benchHands.${hand}(${this.#plan.phaseMs})`,
    );
    return framesOf(times);
  }

  async #drag(): Promise<DragReading> {
    const { cdp } = this.#browser;
    const { phaseMs } = this.#plan;
    const note = noteNear(this.#board, this.#center);
    const [x, y, width, height] = note.box;
    const before = await this.#placeOf(note.id);
    const at = await this.#browser.evaluate<Point>(
      `benchHands.onScreen([${x + width / 2}, ${y + height / 2}])`,
    );
    await this.#browser.mouse('mouseMoved', at, false);
    await startTrace(cdp, TRACED.input);
    const frames = this.#browser.evaluate<readonly number[]>(`benchHands.watchFrames(${phaseMs})`);
    await this.#browser.mouse('mousePressed', at);
    const sent: Promise<void>[] = [];
    const start = performance.now();
    for (let gone = 0; gone < phaseMs; gone = performance.now() - start) {
      const angle = (gone / DRAG_PERIOD_MS) * 2 * Math.PI + 0.5;
      const to: Point = [at[0] + DRAG_RADIUS * Math.sin(angle), at[1] + DRAG_RADIUS * (1 - Math.cos(angle))];
      // Not waited for: a hand does not wait for the screen either.
      sent.push(this.#browser.mouse('mouseMoved', to));
      await wait(FRAME_MS - ((performance.now() - start) % FRAME_MS));
    }
    await Promise.all(sent);
    await this.#browser.mouse('mouseReleased', [at[0] + DRAG_RADIUS, at[1] + DRAG_RADIUS], false);
    const latencies = dragLatencies(await stopTrace(cdp));
    const after = await this.#placeOf(note.id);
    if (Math.hypot(after[0] - before[0], after[1] - before[1]) < 20)
      throw new Error('the drag moved nothing');
    return {
      ...framesOf(await frames),
      latencyP50: must(quantile(latencies, 0.5), 'latencies'),
      latencyP95: must(quantile(latencies, 0.95), 'latencies'),
    };
  }

  #placeOf(id: string): Promise<Point> {
    return this.#browser.evaluate<Point>(`window.benchBoard.place(${JSON.stringify(id)})`);
  }

  async #remote(): Promise<RemoteReading> {
    const { notes } = this.#board;
    const middle = notes.indexOf(noteNear(this.#board, this.#center));
    const each = Array.from({ length: REMOTE_EACH }, (_, at) => at);
    const indexes = [...each.map((at) => middle + at - 2), ...each.map((at) => (at * 7 + 3) % notes.length)];
    const ids = [...new Set(indexes)].map((at) => must(notes[at], 'a note').id);
    const { phaseMs } = this.#plan;
    if (this.#contender.moveRemotely === null) {
      const { frames, perSecond } = await this.#browser.evaluate<Moves>(
        `benchHands.moveOthers(${phaseMs}, ${REMOTE_RATE}, ${JSON.stringify(ids)})`,
      );
      return { ...framesOf(frames), movesPerSecond: perSecond };
    }
    const movers = await this.#contender.moveRemotely(this.#board, ids);
    const frames = await this.#browser.evaluate<readonly number[]>(`benchHands.watchFrames(${phaseMs})`);
    return { ...framesOf(frames), movesPerSecond: await movers.stop() };
  }
}
