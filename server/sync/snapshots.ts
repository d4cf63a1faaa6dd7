import * as Y from 'yjs';
import type { NewLogRow } from '#server/storage/update-log.ts';
import type { SyncContext } from './sync-context.ts';

interface Snapshotted {
  readonly seq: number;
  whenDurable(run: () => void, giveUp: () => void): void;
}

/**
 * Keeps the page's state in the log now and then, so that loading it need not replay everything. A snapshot is read back before it is
 * kept. Encoding holds up the event loop, so the larger the page the longer it waits between two; the tail in the log grows meanwhile,
 * and nothing is lost by that but time at the next load.
 */
export class Snapshots {
  #rows = 0;
  #bytes = 0;
  #notBefore = 0;
  #isSaving = false;
  readonly #document: string;
  readonly #doc: Y.Doc;
  readonly #context: SyncContext;

  constructor(document: string, doc: Y.Doc, tail: readonly NewLogRow[], context: SyncContext) {
    this.#document = document;
    this.#doc = doc;
    this.#context = context;
    this.count(tail);
  }

  get isDue(): boolean {
    const { limits, timers } = this.#context;
    const enough = this.#rows >= limits.snapshotEveryRows || this.#bytes >= limits.snapshotEveryBytes;
    return enough && !this.#isSaving && timers.now() >= this.#notBefore;
  }

  count(rows: readonly NewLogRow[]): void {
    this.#rows += rows.length;
    for (const row of rows) this.#bytes += row.update.byteLength;
  }

  /** Never rejects: a page without a new snapshot is as safe as before. */
  async save(room: Snapshotted): Promise<void> {
    if (this.#rows === 0 || this.#isSaving) return;
    this.#isSaving = true;
    try {
      await this.#save(room);
      this.#context.metrics.count('snapshots');
    } catch (error) {
      this.#context.metrics.count('snapshotFailures');
      this.#context.logger.error('sync-snapshot-failed', { page: this.#document, error: String(error) });
    } finally {
      this.#isSaving = false;
    }
  }

  async #save(room: Snapshotted): Promise<void> {
    const { timers, limits, log, clock } = this.#context;
    const start = timers.now();
    const { seq } = room;
    const stateV2 = encodeVerified(this.#doc);
    const took = timers.now() - start;
    this.#notBefore = timers.now() + took / limits.snapshotShareMax;
    this.#rows = 0;
    this.#bytes = 0;
    // The state may hold rows that are still on their way; it is worth nothing if they do not arrive.
    await new Promise<void>((resolve, reject) =>
      room.whenDurable(resolve, () => reject(new Error('room failed'))),
    );
    await log.saveSnapshot(this.#document, seq, stateV2, clock.now());
  }
}

/** Throws when what has been encoded does not decode to the same state. */
function encodeVerified(doc: Y.Doc): Uint8Array {
  const stateV2 = Y.encodeStateAsUpdateV2(doc);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, stateV2);
  const same = Buffer.from(Y.encodeStateVector(copy)).equals(Buffer.from(Y.encodeStateVector(doc)));
  const whole = copy.store.pendingStructs === null && copy.store.pendingDs === null;
  copy.destroy();
  if (!same || !whole) throw new Error('snapshot does not decode to the state it was made of');
  return stateV2;
}
