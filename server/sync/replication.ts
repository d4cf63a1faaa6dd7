import type { LogRow, NewLogRow, UpdateLog } from '#server/storage/update-log.ts';
import type { Logger } from '#server/logger.ts';

/** What a room does with rows that other servers have put into the log. */
export interface ReplicationPort {
  /** Takes a row into the page; one that is there already changes nothing. */
  take(row: NewLogRow): void;
  /** The next rows of the log, in its order, whoever wrote them. */
  inOrder(rows: readonly NewLogRow[]): void;
  /** Whose the client ids are that have written. */
  learn(owners: ReadonlyMap<number, string>): void;
}

/** Rows read in one go. */
const PORTION = 500;

/**
 * Keeps a page in step with its log when several servers write to it. The log's sequence is dense and in the order of commits, so a number that
 * is not the next one means that something was missed, and it is read from the log. Messages between servers only make this quick.
 */
export class Replication {
  #have: number;
  /** The last row of this server's own. */
  #wrote = 0;
  #reading: Promise<void> | null = null;
  #hasMore = false;
  #hasEnded = false;
  readonly #document: string;
  readonly #log: UpdateLog;
  readonly #logger: Logger;
  readonly #port: ReplicationPort;

  constructor(document: string, seq: number, log: UpdateLog, logger: Logger, port: ReplicationPort) {
    this.#document = document;
    this.#have = seq;
    this.#log = log;
    this.#logger = logger;
    this.#port = port;
  }

  /** All rows up to this one are in the page. */
  get seq(): number {
    return this.#have;
  }

  get isInStep(): boolean {
    return this.#wrote <= this.#have;
  }

  /** Rows of this server, which the page has already, are in the log from `firstSeq` on. */
  wrote(firstSeq: number, rows: readonly NewLogRow[]): void {
    this.#wrote = firstSeq + rows.length - 1;
    if (firstSeq === this.#have + 1) this.#advance(rows);
    else void this.catchUp();
  }

  /** Another server has rows in the log from `firstSeq` on. */
  heard(firstSeq: number, rows: readonly NewLogRow[], owners: ReadonlyMap<number, string>): void {
    const known = this.#have + 1 - firstSeq;
    if (known >= rows.length) return;
    if (known < 0) {
      void this.catchUp();
      return;
    }
    this.#port.learn(owners);
    const news = rows.slice(known);
    for (const row of news) this.#port.take(row);
    this.#advance(news);
  }

  /** The log is known to go this far. */
  heardOf(seq: number): void {
    if (seq > this.#have) void this.catchUp();
  }

  /** Reads what the log has and the page has not. Never rejects: when the log cannot be read now, the next occasion comes. */
  catchUp(): Promise<void> {
    if (this.#reading !== null) {
      this.#hasMore = true;
      return this.#reading;
    }
    this.#reading = this.#readAll();
    return this.#reading;
  }

  end(): void {
    this.#hasEnded = true;
  }

  async #readAll(): Promise<void> {
    try {
      do {
        this.#hasMore = false;
        await this.#readPortion();
      } while (this.#wantsMore());
    } catch (error) {
      this.#logger.warn('sync-catch-up-failed', { page: this.#document, error: String(error) });
    } finally {
      // In one go with the last look at `#hasMore`: what is asked for after it begins a new reading.
      this.#reading = null;
    }
  }

  #wantsMore(): boolean {
    return this.#hasMore && !this.#hasEnded;
  }

  async #readPortion(): Promise<void> {
    const rows = await this.#log.since(this.#document, this.#have, PORTION);
    if (rows.length > 0) this.#takeOver(rows, await this.#log.owners(this.#document));
    this.#hasMore ||= rows.length === PORTION;
  }

  #takeOver(rows: readonly LogRow[], owners: ReadonlyMap<number, string>): void {
    if (this.#hasEnded) return;
    this.#port.learn(owners);
    // Some may have been heard of while these were read.
    const news = rows.filter(({ seq }) => seq > this.#have);
    for (const row of news) this.#port.take(row);
    this.#advance(news);
  }

  #advance(rows: readonly NewLogRow[]): void {
    this.#have += rows.length;
    if (rows.length > 0) this.#port.inOrder(rows);
  }
}
