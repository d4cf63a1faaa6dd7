import * as Y from 'yjs';
import { frame } from './frame.ts';
import { encodeSyncStep2 } from './wire.ts';

/**
 * SyncStep2 messages, framed, by the state vector they answer. Encoding a large page takes a tenth of a second, and those who join together, or
 * come back together after a restart, mostly have the same.
 */
export class Answers {
  readonly #kept = new Map<string, Buffer>();
  readonly #doc: Y.Doc;
  readonly #max: number;

  constructor(doc: Y.Doc, max: number) {
    this.#doc = doc;
    this.#max = max;
  }

  /** The answer when it is at hand. */
  kept(stateVector: Uint8Array): Buffer | null {
    return this.#kept.get(keyOf(stateVector)) ?? null;
  }

  /** `null` when the bytes are no state vector. */
  to(stateVector: Uint8Array): Buffer | null {
    const kept = this.kept(stateVector);
    if (kept !== null) return kept;
    const answer = this.#encode(stateVector);
    if (answer !== null && this.#kept.size < this.#max) this.#kept.set(keyOf(stateVector), answer);
    return answer;
  }

  /** The document has changed. */
  clear(): void {
    this.#kept.clear();
  }

  #encode(stateVector: Uint8Array): Buffer | null {
    try {
      Y.decodeStateVector(stateVector);
    } catch {
      return null;
    }
    return frame(encodeSyncStep2(Y.encodeStateAsUpdate(this.#doc, stateVector)));
  }
}

const keyOf = (stateVector: Uint8Array): string => Buffer.from(stateVector).toString('base64');
