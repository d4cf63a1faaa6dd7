/** Counts how many of each key there are at the same time, and has no room for more than so many. */
export class AtOnce {
  readonly #counts = new Map<string, number>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
  }

  /** Counts one in. Returns how to count it out, which may be called again; `null` when there is no room. */
  enter(key: string): (() => void) | null {
    const count = this.#counts.get(key) ?? 0;
    if (count >= this.#max) return null;
    this.#counts.set(key, count + 1);
    let isIn = true;
    return () => {
      if (isIn) this.#countOut(key);
      isIn = false;
    };
  }

  #countOut(key: string): void {
    const left = (this.#counts.get(key) ?? 0) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}
