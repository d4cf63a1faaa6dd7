/** Counts since the start. Read by the operator's pages; never holds ids or names. */
export interface SyncCounts {
  readonly commits: number;
  readonly rowsCommitted: number;
  readonly commitFailures: number;
  readonly ticks: number;
  readonly bytesFannedOut: number;
  readonly snapshots: number;
  readonly snapshotFailures: number;
  readonly loads: number;
  readonly unloads: number;
  /** Updates that built on something the server has not. */
  readonly gaps: number;
  /** How often a socket was not read for a while. */
  readonly throttled: number;
  /** How often updates were held back from a slow client. */
  readonly held: number;
  /** Connections cut off: too slow, or silent. */
  readonly terminated: number;
  /** Edits undone, by rejection code. */
  readonly reverts: Readonly<Record<string, number>>;
  /** Connections closed by the server, by close code. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** What is timed, in milliseconds: a commit as its room waits for it, and a tick's work. */
export type Timed = 'commit' | 'tick';

type Counter = Exclude<keyof SyncCounts, 'reverts' | 'refusals'>;

export interface SyncMetricsReading extends SyncCounts {
  readonly rooms: number;
  readonly connections: number;
  /** How long the oldest change that is not in the log has waited, ms. */
  readonly unackedAgeMs: number;
  /** How late the event loop runs at worst, ms, since the last heartbeat. */
  readonly loopDelayMs: number;
  /** Whether the last commit that was tried failed. */
  readonly isFailing: boolean;
  /** Bytes written that the network has not taken yet. */
  readonly bufferedBytes: number;
}

export class SyncMetrics {
  readonly #counts: Record<Counter, number> = {
    commits: 0,
    rowsCommitted: 0,
    commitFailures: 0,
    ticks: 0,
    bytesFannedOut: 0,
    snapshots: 0,
    snapshotFailures: 0,
    loads: 0,
    unloads: 0,
    gaps: 0,
    throttled: 0,
    held: 0,
    terminated: 0,
  };
  #isFailing = false;
  readonly #reverts = new Map<string, number>();
  readonly #refusals = new Map<string, number>();
  readonly #onTimed: (what: Timed, ms: number) => void;

  constructor(onTimed: (what: Timed, ms: number) => void = () => {}) {
    this.#onTimed = onTimed;
  }

  timed(what: Timed, ms: number): void {
    this.#onTimed(what, ms);
  }

  count(what: Counter, by = 1): void {
    this.#counts[what] += by;
    if (what === 'commits') this.#isFailing = false;
    if (what === 'commitFailures') this.#isFailing = true;
  }

  get isFailing(): boolean {
    return this.#isFailing;
  }

  countRevert(code: string): void {
    this.#reverts.set(code, (this.#reverts.get(code) ?? 0) + 1);
  }

  countRefusal(code: number): void {
    this.#refusals.set(String(code), (this.#refusals.get(String(code)) ?? 0) + 1);
  }

  counts(): SyncCounts {
    return {
      ...this.#counts,
      reverts: Object.fromEntries(this.#reverts),
      refusals: Object.fromEntries(this.#refusals),
    };
  }
}
