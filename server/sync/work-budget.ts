import type { SyncLimits } from './sync-limits.ts';

/**
 * How much more a connection may make the server do: two buckets, of work and of bytes, that fill with time. They may go below
 * nothing, since what has been read has been read; reading then stops until they are even again.
 */
export class WorkBudget {
  #work: number;
  #bytes: number;
  #at: number;
  readonly #limits: SyncLimits;

  constructor(limits: SyncLimits, now: number) {
    this.#limits = limits;
    this.#work = limits.workBurst;
    this.#bytes = limits.bytesBurst;
    this.#at = now;
  }

  spend(work: number, bytes: number, now: number): void {
    this.#refill(now);
    this.#work -= work;
    this.#bytes -= bytes;
  }

  /** How long nothing should be read, in whole milliseconds; 0 when there is something left. */
  debtMs(now: number): number {
    this.#refill(now);
    const work = (-this.#work / this.#limits.workPerSecond) * 1000;
    const bytes = (-this.#bytes / this.#limits.bytesPerSecond) * 1000;
    return Math.ceil(Math.max(0, work, bytes));
  }

  #refill(now: number): void {
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    this.#work = Math.min(this.#limits.workBurst, this.#work + seconds * this.#limits.workPerSecond);
    this.#bytes = Math.min(this.#limits.bytesBurst, this.#bytes + seconds * this.#limits.bytesPerSecond);
  }
}
