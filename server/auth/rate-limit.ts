import type { Clock } from '#shared/kernel/clock.ts';

/** Counts events by key in fixed windows; a key over its allowance waits for the next window. */
export class RateLimit {
  #windowStart = 0;
  readonly #counts = new Map<string, number>();
  readonly #allowance: number;
  readonly #windowMs: number;
  readonly #clock: Clock;

  constructor(options: { readonly allowance: number; readonly windowMs: number; readonly clock: Clock }) {
    this.#allowance = options.allowance;
    this.#windowMs = options.windowMs;
    this.#clock = options.clock;
  }

  /** Whether the key has used up its allowance. */
  exceeded(key: string): boolean {
    this.#turnWindow();
    return (this.#counts.get(key) ?? 0) >= this.#allowance;
  }

  /** Counts one event. */
  count(key: string): void {
    this.#turnWindow();
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  #turnWindow(): void {
    const now = this.#clock.now();
    if (now - this.#windowStart < this.#windowMs) return;
    this.#windowStart = now;
    // Forgetting everybody at once bounds the memory, whatever addresses are made up.
    this.#counts.clear();
  }
}
