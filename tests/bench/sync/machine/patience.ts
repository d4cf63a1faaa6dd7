import { quiet } from './quiet.ts';

/** So much waiting for the machine to be quiet, and so much repeating, is left to the whole run. */
export class Patience {
  #leftMs: number;

  constructor(ms: number) {
    this.#leftMs = ms;
  }

  get isLeft(): boolean {
    return this.#leftMs > 0;
  }

  /** Waits for others to be done, for a while. */
  async waitForQuiet(atMostMs: number): Promise<void> {
    await this.spend(() => quiet(Math.min(atMostMs, this.#leftMs)));
  }

  async spend<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.#leftMs -= performance.now() - started;
    }
  }
}
