import type { Clock, EpochMs } from '#shared/kernel/clock.ts';

/** Of so few samples the quickest is close to the network's floor, and taking them is over in a second. */
const SAMPLES = 5;

export interface ServerClockOptions {
  /** Milliseconds from any origin, never set by hand: `performance.now`. The wall clock only serves until the first sample. */
  readonly monotonic: () => number;
  readonly wall: () => EpochMs;
}

/**
 * The server's time, estimated. A sample's error is at most half its round trip, so the quickest of a round decides.
 * The device's own clock may be wrong by hours in either direction, or be set while we run: nothing depends on it.
 */
export class ServerClock implements Clock {
  readonly #monotonic: () => number;
  #offset: number;
  #measured = false;

  constructor({ monotonic, wall }: ServerClockOptions) {
    this.#monotonic = monotonic;
    this.#offset = wall() - monotonic();
  }

  now(): EpochMs {
    return this.#monotonic() + this.#offset;
  }

  /**
   * Asks for the time some times over and keeps the best answer, replacing what was known: the monotonic clock may have
   * stood still while the device slept. Rejects if no answer came, and keeps what was known.
   */
  async measure(ask: () => Promise<EpochMs>): Promise<void> {
    let best = await this.#sample(ask);
    // Anything is better than the device's own clock.
    if (!this.#measured) this.#offset = best.offset;
    this.#measured = true;
    for (let taken = 1; taken < SAMPLES; taken += 1) {
      const sample = await this.#sample(ask);
      if (sample.roundTrip < best.roundTrip) best = sample;
    }
    this.#offset = best.offset;
  }

  async #sample(ask: () => Promise<EpochMs>): Promise<{ roundTrip: number; offset: number }> {
    const sent = this.#monotonic();
    const serverTime = await ask();
    const received = this.#monotonic();
    return { roundTrip: received - sent, offset: serverTime - (sent + received) / 2 };
  }
}
