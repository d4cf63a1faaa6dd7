import { packSnapshot, type EncodedSnapshot } from '#server/storage/snapshot-codec.ts';
import type { NewLogRow, StoredDocument } from '#server/storage/update-log.ts';
import type { SyncContext } from './sync-context.ts';

/** A page as it was when the log's last row was `seq`. */
export interface PageState {
  readonly seq: number;
  /** Yjs V2 encoding. */
  readonly stateV2: Uint8Array;
  /** The same as it is stored and sent. */
  readonly packed: EncodedSnapshot;
  readonly stateVector: Uint8Array;
}

interface Encoded extends PageState {
  readonly at: number;
  readonly took: number;
}

/**
 * The committed page as bytes: for those who join (over HTTP) and for the log (as snapshots, so that loading need not replay everything).
 * Made from the state before and the updates since, in another thread. Each takes its time for a large page, so the longer one took the
 * longer the next waits; who joins meanwhile gets the one before, and what came after it over the socket.
 */
export class PageStates {
  #base: { readonly seq: number; readonly stateV2: Uint8Array } | null;
  #latest: Encoded | null = null;
  /** The updates after `#firstSeq`, in order; they reach back to the base, or to the one before it. */
  #updates: Uint8Array[];
  #firstSeq: number;
  #seq: number;
  #encoding: Promise<void> | null = null;
  /** Where the newest snapshot in the log stands. */
  #savedSeq: number;
  #bytesSinceSaved = 0;
  #isSaving = false;
  /** After a snapshot that failed; by the monotonic clock. */
  #notBefore = 0;
  readonly #document: string;
  readonly #context: SyncContext;

  constructor(document: string, stored: StoredDocument, context: SyncContext) {
    this.#document = document;
    this.#context = context;
    this.#base = stored.snapshot;
    this.#savedSeq = stored.snapshot?.seq ?? 0;
    this.#firstSeq = this.#savedSeq;
    this.#seq = this.#firstSeq;
    this.#updates = [];
    this.add(stored.tail);
  }

  get isSnapshotDue(): boolean {
    const { limits } = this.#context;
    const enough =
      this.#seq - this.#savedSeq >= limits.snapshotEveryRows ||
      this.#bytesSinceSaved >= limits.snapshotEveryBytes;
    const mayTry = !this.#isSaving && this.#context.timers.now() >= this.#notBefore;
    return enough && mayTry && this.#isRested(limits.snapshotShareMax);
  }

  /** Takes the next rows of the log. */
  add(rows: readonly NewLogRow[]): void {
    this.#seq += rows.length;
    for (const { update } of rows) {
      this.#updates.push(update);
      this.#bytesSinceSaved += update.byteLength;
    }
  }

  /** The state now, or one a little older when the page is large and busy. Rejects when it cannot be encoded. */
  async recent(): Promise<PageState> {
    const { timers, limits } = this.#context;
    const latest = this.#latest;
    const serves =
      latest !== null &&
      (latest.seq === this.#seq ||
        timers.now() - latest.at < limits.stateFreshMs ||
        !this.#isRested(limits.stateShareMax));
    return serves ? latest : this.current();
  }

  /** The state that holds at least all that is committed now. Rejects when it cannot be encoded. */
  async current(): Promise<PageState> {
    const wanted = this.#seq;
    while (this.#latest === null || this.#latest.seq < wanted) {
      this.#encoding ??= this.#encode().finally(() => (this.#encoding = null));
      await this.#encoding;
    }
    return this.#latest;
  }

  /** The updates after `seq`; `null` when that is too long ago, or was too much. */
  since(seq: number): readonly Uint8Array[] | null {
    const known = seq - this.#firstSeq;
    if (known < 0 || seq > this.#seq) return null;
    const later = this.#updates.slice(known);
    return later.length > this.#context.limits.answerRowsMax ? null : later;
  }

  /** Keeps a snapshot in the log. Never rejects: a page without a new one is as safe as before. */
  async save(): Promise<void> {
    if (this.#seq === this.#savedSeq || this.#isSaving) return;
    this.#isSaving = true;
    try {
      const { seq, packed } = await this.current();
      const { log, clock, metrics } = this.#context;
      await log.saveSnapshot(this.#document, seq, packed, clock.now());
      this.#savedSeq = seq;
      this.#bytesSinceSaved = 0;
      metrics.count('snapshots');
    } catch (error) {
      const { limits, timers } = this.#context;
      this.#notBefore = timers.now() + limits.snapshotRetryMs;
      this.#context.metrics.count('snapshotFailures');
      this.#context.logger.error('sync-snapshot-failed', { page: this.#document, error: String(error) });
    } finally {
      this.#isSaving = false;
    }
  }

  async #encode(): Promise<void> {
    const { timers, encoder } = this.#context;
    const start = timers.now();
    const seq = this.#seq;
    const from = this.#base?.seq ?? 0;
    const updates = this.#updates.slice(from - this.#firstSeq);
    const { stateV2, stateVector } = await encoder.encode(this.#base?.stateV2 ?? null, updates);
    const packed = await packSnapshot(stateV2);
    this.#latest = {
      seq,
      stateV2,
      stateVector,
      packed,
      at: timers.now(),
      took: timers.now() - start,
    };
    this.#base = { seq, stateV2 };
    // Those who have just fetched the state before still ask for what came after it.
    this.#updates.splice(0, from - this.#firstSeq);
    this.#firstSeq = from;
  }

  /** Whether as much time has passed since the last encoding as lets it take this share of it. */
  #isRested(share: number): boolean {
    const latest = this.#latest;
    return latest === null || this.#context.timers.now() - latest.at >= latest.took / share;
  }
}
