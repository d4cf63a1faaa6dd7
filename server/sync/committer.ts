import type { LogAppend, NewLogRow, UpdateLog } from '#server/storage/update-log.ts';
import type { SyncMetrics } from './metrics.ts';
import type { SyncContext } from './sync-context.ts';
import type { Timers } from './timers.ts';

export interface PendingRow extends NewLogRow {
  readonly claims: LogAppend['claims'];
  /** Every client's clock in the document once this row is applied. */
  readonly stateAfter: ReadonlyMap<number, number>;
}

interface Waiting {
  readonly until: number;
  readonly run: () => void;
  readonly giveUp: () => void;
}

/**
 * Takes the rows of one document to the log in order: what comes while a batch is on its way goes with the next, so that a commit serves as
 * many edits as are waiting for it. Counts what has been applied in memory and what is durable; whatever tells anyone of the
 * document's state waits here until the two meet at the state it tells of.
 */
export class Committer {
  #applied = 0;
  #durable = 0;
  #seq: number;
  #queue: PendingRow[] = [];
  #inFlight = false;
  #failed = false;
  #waiting: Waiting[] = [];
  #waitingSince = 0;
  readonly #document: string;
  readonly #log: UpdateLog;
  readonly #metrics: Pick<SyncMetrics, 'timed'>;
  readonly #timers: Pick<Timers, 'now'>;
  readonly #onCommit: (rows: readonly PendingRow[], firstSeq: number) => void;
  readonly #onFailure: (error: unknown) => void;

  /** `onCommit` is called after those who waited have run; `onFailure` once, after which nothing is taken any more. */
  constructor(
    document: string,
    log: UpdateLog,
    seq: number,
    { metrics, timers }: Pick<SyncContext, 'metrics' | 'timers'>,
    onCommit: (rows: readonly PendingRow[], firstSeq: number) => void,
    onFailure: (error: unknown) => void,
  ) {
    this.#document = document;
    this.#log = log;
    this.#seq = seq;
    this.#metrics = metrics;
    this.#timers = timers;
    this.#onCommit = onCommit;
    this.#onFailure = onFailure;
  }

  /** The sequence of the last committed row. */
  get seq(): number {
    return this.#seq;
  }

  get isSettled(): boolean {
    return this.#applied === this.#durable;
  }

  /** How long the batch under way has been, ms; 0 when there is none. */
  get waitingMs(): number {
    return this.isSettled ? 0 : this.#timers.now() - this.#waitingSince;
  }

  add(row: PendingRow): void {
    this.#applied += 1;
    this.#queue.push(row);
    if (!this.#inFlight) void this.#commit();
  }

  /** Runs when everything applied so far is durable, at once when it is; `giveUp` runs instead when it never will be. */
  whenDurable(run: () => void, giveUp: () => void = () => {}): void {
    if (this.#failed) giveUp();
    else if (this.isSettled) run();
    else this.#waiting.push({ until: this.#applied, run, giveUp });
  }

  /** Gives up on everything that waits, as a failed commit does. */
  abandon(): void {
    if (this.#failed) return;
    this.#failed = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#queue = [];
    for (const { giveUp } of waiting) giveUp();
  }

  async #commit(): Promise<void> {
    this.#inFlight = true;
    while (this.#queue.length > 0) {
      const rows = this.#queue;
      this.#queue = [];
      this.#waitingSince = this.#timers.now();
      try {
        const seqs = await this.#log.append([this.#batchOf(rows)]);
        if (this.#failed) return;
        this.#metrics.timed('commit', this.#timers.now() - this.#waitingSince);
        this.#seq = seqs.get(this.#document) ?? this.#seq + rows.length;
        this.#durable += rows.length;
        this.#runReady();
        this.#onCommit(rows, this.#seq - rows.length + 1);
      } catch (error) {
        this.#fail(error);
        return;
      }
    }
    this.#inFlight = false;
  }

  #batchOf(rows: readonly PendingRow[]): LogAppend {
    return {
      document: this.#document,
      rows: rows.map(({ update, seat, kind, at }) => ({ update, seat, kind, at })),
      claims: rows.flatMap((row) => row.claims),
    };
  }

  #runReady(): void {
    while (this.#waiting[0] !== undefined && this.#waiting[0].until <= this.#durable)
      this.#waiting.shift()?.run();
  }

  #fail(error: unknown): void {
    if (this.#failed) return;
    this.abandon();
    this.#onFailure(error);
  }
}
