import { Histogram } from './histogram.ts';
import type { Track } from './track.ts';

/** What arrives of one sort while it is measured. */
export class Tally {
  readonly latency = new Histogram();
  /** Deliveries that arrived within the window, whenever they were sent. */
  inWindow = 0;
  /** Measured deliveries that came as part of a later one. */
  superseded = 0;
  #from = Infinity;
  #to = Infinity;

  open(now: number): void {
    this.#from = now;
  }

  close(now: number): void {
    this.#to = now;
  }

  /** A receiver that had the track's first `had` has the first `has` now. */
  deliver(track: Track, had: number, has: number): void {
    const now = performance.now();
    const first = Math.max(0, had);
    if (now >= this.#from && now < this.#to) this.inWindow += has - first;
    for (let index = first; index < has; index += 1) {
      if (!track.isMeasured(index)) continue;
      this.latency.add(now - track.sentAt(index));
      if (index < has - 1) this.superseded += 1;
    }
  }
}
