/**
 * Which epoch of a page this browser has a copy of. Known before the first contact with the server, so that the copy can be opened
 * offline, and so that the server can refuse it when the page has been restored from a backup since.
 */
export interface EpochMemory {
  recall(): number | null;
  remember(epoch: number): void;
  forget(): void;
}

const SUFFIX = ':epoch';

/** Kept in the browser's own store; forgetful where it keeps nothing, and then the epoch is learnt from the server each time. */
export class StoredEpoch implements EpochMemory {
  readonly #key: string;

  constructor(copyKey: string) {
    this.#key = `${copyKey}${SUFFIX}`;
  }

  /** The keys of the copies whose epoch is remembered. */
  static copyKeys(): readonly string[] {
    const keys = withStorage((storage) => Object.keys(storage)) ?? [];
    return keys.filter((key) => key.endsWith(SUFFIX)).map((key) => key.slice(0, -SUFFIX.length));
  }

  recall(): number | null {
    const epoch = Number.parseInt(withStorage((storage) => storage.getItem(this.#key)) ?? '', 10);
    return Number.isNaN(epoch) ? null : epoch;
  }

  remember(epoch: number): void {
    withStorage((storage) => storage.setItem(this.#key, String(epoch)));
  }

  forget(): void {
    withStorage((storage) => storage.removeItem(this.#key));
  }
}

/** `null` where the browser keeps nothing: some throw at the mere mention of `localStorage` in a private window. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
