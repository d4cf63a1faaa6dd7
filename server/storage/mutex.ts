export type Release = () => void;

/** One holder at a time, first come first served. */
export class Mutex {
  #tail: Promise<void> = Promise.resolve();

  async acquire(): Promise<Release> {
    const before = this.#tail;
    let release: Release = () => {};
    this.#tail = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
