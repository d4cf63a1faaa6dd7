/**
 * Runs in the page before its own scripts (`page-scripts.ts` makes JavaScript of it, so nothing may be imported but types). It knows nothing of the
 * program but `window.benchBoard`.
 */
export interface BoardView {
  /** The board point in the top left corner of the board's part of the window. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels a board unit. */
  readonly zoom: number;
}

export interface BenchBoard {
  view(): BoardView;
  /** Looks there; never timed. */
  look(view: BoardView): unknown;
  /** Board coordinates of an object's top left corner. */
  place(id: string): readonly [x: number, y: number];
  /** A move by somebody else, the way the program takes such in; missing where others really move it. */
  moveAsOther?(id: string, to: readonly [x: number, y: number]): void;
}

export interface Moves {
  readonly frames: readonly number[];
  readonly perSecond: number;
}

export interface Hands {
  /** Since the page was last busy for long, ms. */
  quietFor(): number;
  pan(ms: number): Promise<readonly number[]>;
  zoom(ms: number): Promise<readonly number[]>;
  /** Pixels a board point is from the window's corner. */
  onScreen(at: readonly [number, number]): readonly [number, number];
  /** Moves of the objects in a round, `rate` a second, each in a task of its own as a socket delivers them. */
  moveOthers(ms: number, rate: number, ids: readonly string[]): Promise<Moves>;
  watchFrames(ms: number): Promise<readonly number[]>;
  lookAt(center: readonly [number, number], zoom: number): Promise<BoardView>;
}

declare global {
  interface Window {
    benchBoard?: BenchBoard;
    benchFile?: string;
    benchHands: Hands;
    /** Where the board lies in the window; the whole window where nothing else is said. */
    benchGround?: () => DOMRect;
  }
}

/** CSS pixels a second. */
const PAN_SPEED = 800;
/** The zoom goes in by this and out again, in this time. */
const ZOOM_IN = 1.5;
const ZOOM_PERIOD_MS = 1_500;
/** Of the way to the wanted zoom, a wheel event goes this much. */
const ZOOM_HASTE = 0.7;

let busyUntil = 0;
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) busyUntil = startTime + duration;
}).observe({ type: 'longtask', buffered: true });

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const ground = (): DOMRect => window.benchGround?.() ?? new DOMRect(0, 0, innerWidth, innerHeight);

function board(): BenchBoard {
  if (window.benchBoard === undefined) throw new Error('no board');
  return window.benchBoard;
}

function middle(): readonly [number, number] {
  const { left, top, width, height } = ground();
  return [Math.floor(left + width / 2), Math.floor(top + height / 2)];
}

function wheel(deltaX: number, deltaY: number, ctrlKey = false): void {
  const [clientX, clientY] = middle();
  const target = document.elementFromPoint(clientX, clientY) ?? document.body;
  const options = {
    deltaX,
    deltaY,
    ctrlKey,
    clientX,
    clientY,
    bubbles: true,
    cancelable: true,
    composed: true,
  };
  target.dispatchEvent(new WheelEvent('wheel', { ...options, view: window }));
}

/** Calls `act` at every frame with the time gone and the time since the last; resolves to when the frames came. */
async function frames(ms: number, act: (gone: number, since: number) => void): Promise<readonly number[]> {
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  const times: number[] = [];
  let last = start;
  for (;;) {
    await nextFrame();
    const now = performance.now();
    times.push(now);
    if (now - start >= ms) return times;
    act(now - start, now - last);
    last = now;
  }
}

/** How far a unit of a wheel with Ctrl held goes, in natural logarithms of zoom: each program has its own. */
async function zoomSlope(): Promise<number> {
  for (const delta of [1, 4, 16, 60]) {
    const before = board().view().zoom;
    wheel(0, -delta, true);
    for (let frame = 0; frame < 20 && board().view().zoom === before; frame += 1) await nextFrame();
    const went = Math.log(board().view().zoom / before);
    if (went > 0.004) return went / delta;
  }
  throw new Error(
    `the wheel does not zoom on ${document.elementFromPoint(...middle())?.outerHTML.slice(0, 80) ?? 'nothing'}`,
  );
}

window.benchHands = {
  quietFor: () => performance.now() - busyUntil,
  pan(ms) {
    const ways = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const;
    return frames(ms, (gone, since) => {
      const [dx, dy] = ways[Math.floor(gone / (ms / 4)) % 4] ?? ways[0];
      const step = (Math.min(since, 250) / 1000) * PAN_SPEED;
      wheel(dx * step, dy * step);
    });
  },
  async zoom(ms) {
    const slope = await zoomSlope();
    const from = board().view().zoom;
    return frames(ms, (gone) => {
      const share = (1 - Math.cos((2 * Math.PI * gone) / ZOOM_PERIOD_MS)) / 2;
      const way = Math.log((from * ZOOM_IN ** share) / board().view().zoom);
      if (Math.abs(way) > 0.001) wheel(0, (-ZOOM_HASTE * way) / slope, true);
    });
  },
  onScreen([x, y]) {
    const view = board().view();
    const { left, top } = ground();
    return [left + (x - view.x) * view.zoom, top + (y - view.y) * view.zoom];
  },
  async moveOthers(ms, rate, ids) {
    const from = ids.map((id) => board().place(id));
    const channel = new MessageChannel();
    const start = performance.now();
    let [asked, done] = [0, 0];
    channel.port1.onmessage = () => {
      const turn = Math.floor(done / ids.length);
      const [id = '', at = [0, 0] as const] = [ids[done % ids.length], from[done % ids.length]];
      done += 1;
      board().moveAsOther?.(id, [at[0] + 60 * Math.cos(turn / 4), at[1] + 60 * Math.sin(turn / 4)]);
    };
    // What cannot keep up is not buried: a socket would hold back as well.
    const timer = setInterval(() => {
      const due = ((performance.now() - start) * rate) / 1000;
      for (; asked < due && asked - done < 20; asked += 1) channel.port2.postMessage(0);
    }, 1000 / rate);
    const times = await frames(ms, () => undefined);
    clearInterval(timer);
    channel.port1.onmessage = null;
    return { frames: times, perSecond: (done / (performance.now() - start)) * 1000 };
  },
  watchFrames: (ms) => frames(ms, () => undefined),
  async lookAt([x, y], zoom) {
    const { width, height } = ground();
    await board().look({ x: x - width / 2 / zoom, y: y - height / 2 / zoom, zoom });
    await nextFrame();
    await nextFrame();
    return board().view();
  },
};
