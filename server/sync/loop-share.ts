import type { Timers } from './timers.ts';

/** Shorter work than this is not worth a pause, milliseconds. */
const PAUSE_ABOVE_MS = 2;

/**
 * Runs work that holds up the event loop one piece after another, and rests as long as each has taken: whatever many ask for at
 * once (five hundred people coming back, each with something of their own), half of the loop stays with those who are at work.
 */
export class LoopShare {
  readonly #queue: (() => void)[] = [];
  readonly #timers: Timers;
  #isResting = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** At once when nothing else has just run, else in its turn. `work` must not throw. */
  run(work: () => void): void {
    if (this.#isResting) this.#queue.push(work);
    else this.#work(work);
  }

  #work(work: () => void): void {
    const start = this.#timers.now();
    work();
    const took = this.#timers.now() - start;
    if (took < PAUSE_ABOVE_MS) return;
    this.#isResting = true;
    this.#timers.after(took, () => this.#next());
  }

  #next(): void {
    this.#isResting = false;
    while (!this.#isResting) {
      const work = this.#queue.shift();
      if (work === undefined) return;
      this.#work(work);
    }
  }
}
