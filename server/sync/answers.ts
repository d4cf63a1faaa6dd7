import * as Y from 'yjs';
import { frame } from './frame.ts';
import { encodeSyncStep2 } from './wire.ts';

/** A framed SyncStep2 and the row of the log up to which it tells everything: what came after is told behind it. */
export interface Answer {
  readonly frames: Buffer;
  readonly seq: number;
  /** Whether all that it tells is in the log: it may hold more than the rows up to `seq`. */
  isDurable: boolean;
}

/**
 * Answers by the state vector they are for. Encoding a large page takes a tenth of a second, and those who join together, or
 * come back together after a restart, mostly have the same; that the page changes meanwhile does not make an answer worthless.
 */
export class Answers {
  readonly #kept = new Map<string, Answer>();
  readonly #doc: Y.Doc;
  readonly #max: number;

  constructor(doc: Y.Doc, max: number) {
    this.#doc = doc;
    this.#max = max;
  }

  /** The answer when it is at hand. */
  kept(stateVector: Uint8Array): Answer | null {
    return this.#kept.get(keyOf(stateVector)) ?? null;
  }

  /** Works the answer out and keeps it. `seq`: the row up to which the page is known to hold the log. `null` when the bytes are no state vector. */
  make(stateVector: Uint8Array, seq: number): Answer | null {
    const frames = this.#encode(stateVector);
    if (frames === null) return null;
    const key = keyOf(stateVector);
    this.#kept.delete(key);
    // A map gives its keys in the order they came: the oldest goes.
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= this.#max && oldest !== undefined) this.#kept.delete(oldest);
    const answer: Answer = { frames, seq, isDurable: false };
    this.#kept.set(key, answer);
    return answer;
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
