import { createHash } from 'node:crypto';

/** Smaller updates are as quickly inspected as hashed. */
const SMALLEST_BYTES = 256;
const MOST = 64;

/**
 * Whole offers that have turned out to hold nothing new. Everybody who comes back after a restart sends their complete delete set, byte
 * for byte the same for most, and a large page's takes ten milliseconds to find nothing in. What was known once stays known.
 */
export class KnownAlready {
  readonly #hashes = new Set<string>();

  has(update: Uint8Array): boolean {
    return update.byteLength >= SMALLEST_BYTES && this.#hashes.has(hashOf(update));
  }

  add(update: Uint8Array): void {
    if (update.byteLength < SMALLEST_BYTES) return;
    const [oldest] = this.#hashes;
    if (this.#hashes.size >= MOST && oldest !== undefined) this.#hashes.delete(oldest);
    this.#hashes.add(hashOf(update));
  }
}

const hashOf = (update: Uint8Array): string => createHash('sha256').update(update).digest('base64');
