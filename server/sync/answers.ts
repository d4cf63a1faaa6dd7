import * as Y from 'yjs';
import { encodeSyncStep2 } from './wire.ts';

/**
 * SyncStep2 messages by the state vector they answer. Encoding a large page takes a tenth of a second, and those who join together, or
 * come back together after a restart, mostly have the same.
 */
export class Answers {
  readonly #kept = new Map<string, Uint8Array>();
  readonly #doc: Y.Doc;
  readonly #max: number;

  constructor(doc: Y.Doc, max: number) {
    this.#doc = doc;
    this.#max = max;
  }

  /** `null` when the bytes are no state vector. */
  to(stateVector: Uint8Array): Uint8Array | null {
    const key = Buffer.from(stateVector).toString('base64');
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const answer = this.#encode(stateVector);
    if (answer !== null && this.#kept.size < this.#max) this.#kept.set(key, answer);
    return answer;
  }

  /** The document has changed. */
  clear(): void {
    this.#kept.clear();
  }

  #encode(stateVector: Uint8Array): Uint8Array | null {
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      return null;
    }
    return encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc, stateVector));
  }
}
