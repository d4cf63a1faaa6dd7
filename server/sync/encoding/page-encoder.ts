import type { Worker } from 'node:worker_threads';
import type { EncodeReply, EncodeRequest } from './encoder-protocol.ts';

export interface EncodedState {
  /** Yjs V2 encoding, read back before it is given out. */
  readonly stateV2: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Turns a page's state and the updates since into its state now. */
export interface PageEncoder {
  /** `base` in Yjs V2 encoding, `updates` in V1. Rejects when they do not make a whole document. */
  encode(base: Uint8Array | null, updates: readonly Uint8Array[]): Promise<EncodedState>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (state: EncodedState) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Encodes in a thread of its own: a large page takes a tenth of a second, and edits do not wait for that. The thread starts at the first page
 * to encode, and anew after it has died.
 */
export class ThreadedEncoder implements PageEncoder {
  readonly #start: () => Promise<Worker>;
  #worker: Promise<Worker> | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #isClosed = false;

  constructor(start: () => Promise<Worker>) {
    this.#start = start;
  }

  async encode(base: Uint8Array | null, updates: readonly Uint8Array[]): Promise<EncodedState> {
    if (this.#isClosed) throw new Error('the encoder is closed');
    const worker = await (this.#worker ??= this.#begin());
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      const joined = join(updates);
      const lengths = Uint32Array.from(updates, (update) => update.byteLength);
      const request: EncodeRequest = { id, base, updates: joined, lengths };
      worker.postMessage(request, [joined.buffer, lengths.buffer]);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = await this.#worker?.catch(() => null);
    await worker?.terminate();
  }

  async #begin(): Promise<Worker> {
    const worker = await this.#start();
    const gone = (error: Error): void => {
      this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    worker.on('message', (reply: EncodeReply) => this.#settle(reply));
    worker.on('error', gone);
    worker.on('exit', () => gone(new Error('the encoder stopped')));
    // Nobody waits for a page to be encoded before the program may end.
    worker.unref();
    return worker;
  }

  #settle(reply: EncodeReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.ok) waiting?.resolve(reply);
    else waiting?.reject(new Error(reply.error));
  }
}

function join(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(updates.reduce((sum, update) => sum + update.byteLength, 0));
  let end = 0;
  for (const update of updates) {
    joined.set(update, end);
    end += update.byteLength;
  }
  return joined;
}
