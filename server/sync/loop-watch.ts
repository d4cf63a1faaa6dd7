import { monitorEventLoopDelay, performance, type EventLoopUtilization } from 'node:perf_hooks';

/** How often the event loop's lateness is looked at. */
const RESOLUTION_MS = 20;
/** Long enough to be more than one burst, short enough to follow a room that comes alive. */
const LOOK_BACK_MS = 500;

/** How hard the event loop is at work, and how late it runs. */
export class LoopWatch {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #timer: NodeJS.Timeout;
  #last: EventLoopUtilization = performance.eventLoopUtilization();
  #busy = 0;

  constructor() {
    this.#delay.enable();
    this.#timer = setInterval(() => {
      const now = performance.eventLoopUtilization();
      this.#busy = performance.eventLoopUtilization(now, this.#last).utilization;
      this.#last = now;
    }, LOOK_BACK_MS);
    this.#timer.unref();
  }

  /** The share of its time that it was at work lately, from 0 to 1. */
  get busy(): number {
    return this.#busy;
  }

  /** The 99th percentile of its delay since the last `forget`, ms. Dear: for those who read metrics. */
  get delayMs(): number {
    // What it measures is the interval between two looks, not how late the second was.
    return Math.max(0, this.#delay.percentile(99) / 1e6 - RESOLUTION_MS);
  }

  forget(): void {
    this.#delay.reset();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }
}
