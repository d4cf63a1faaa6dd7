const LEAST_MS = 0.01;
const GROWTH = Math.log(1.02);
/** Up to a thousand seconds. */
const BUCKETS = 1_000;

export interface Latency {
  readonly count: number;
  /** What never arrived; counted as arriving after everything else. */
  readonly missing: number;
  /** Milliseconds; `null` where nothing was sent, or what was asked for never arrived. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** Durations by their logarithm, 2 % apart. */
export class Histogram {
  readonly #counts = new Uint32Array(BUCKETS);
  #count = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  add(ms: number): void {
    const bucket = ms <= LEAST_MS ? 0 : Math.floor(Math.log(ms / LEAST_MS) / GROWTH);
    const index = Math.min(BUCKETS - 1, bucket);
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#count += 1;
    if (ms > this.#max) this.#max = ms;
  }

  read(missing = 0): Latency {
    const at = (share: number): number | null => this.#quantile(share, missing);
    const max = this.#count === 0 ? null : round(this.#max);
    return { count: this.#count, missing, p50: at(0.5), p95: at(0.95), p99: at(0.99), max };
  }

  #quantile(share: number, missing: number): number | null {
    let left = Math.ceil((this.#count + missing) * share);
    if (left === 0 || left > this.#count) return null;
    for (const [index, count] of this.#counts.entries()) {
      left -= count;
      if (left <= 0) return round(Math.min(this.#max, LEAST_MS * Math.exp((index + 0.5) * GROWTH)));
    }
    return round(this.#max);
  }
}

const round = (ms: number): number => Number(ms.toPrecision(4));
