/** The first retry comes fast, for a lost packet; then slower, for a lost network. Ms. */
const RETRY_DELAYS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

export const retryDelay = (failures: number): number =>
  RETRY_DELAYS[Math.min(failures, RETRY_DELAYS.length) - 1] ?? RETRY_DELAYS[0];

/** A wait that can be cut short: when the network is back, or a person asks, nobody waits out the back-off. */
export class RetryPause {
  #end: (() => void) | null = null;

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), ms);
      this.#end = () => {
        clearTimeout(timer);
        this.#end = null;
        resolve();
      };
    });
  }

  end(): void {
    this.#end?.();
  }
}
