import * as Y from 'yjs';
import { NO_BUS } from '#server/bus/bus.ts';
import { silentLogger } from '#server/logger.ts';
import type { UpdateLog } from '#server/storage/update-log.ts';
import type { PageEncoder } from '#server/sync/encoding/page-encoder.ts';
import { LoopShare } from '#server/sync/loop-share.ts';
import { SyncMetrics } from '#server/sync/metrics.ts';
import type { SyncContext } from '#server/sync/sync-context.ts';
import { SYNC_LIMITS, type SyncLimits } from '#server/sync/sync-limits.ts';
import type { Timers } from '#server/sync/timers.ts';

/** Time that passes when the test says so. */
export class TestTimers implements Timers {
  #now = 0;
  #next = 0;
  readonly #set = new Map<number, { readonly at: number; readonly run: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): { cancel(): void } {
    const id = this.#next;
    this.#next += 1;
    this.#set.set(id, { at: this.#now + ms, run });
    return { cancel: () => void this.#set.delete(id) };
  }

  /** Lets the time pass, with whatever is due in it, in order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (let due = this.#firstBefore(end); due !== null; due = this.#firstBefore(end)) {
      this.#set.delete(due.id);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }

  #firstBefore(end: number): { readonly id: number; readonly at: number; readonly run: () => void } | null {
    let first: { readonly id: number; readonly at: number; readonly run: () => void } | null = null;
    for (const [id, timer] of this.#set)
      if (timer.at <= end && (first === null || timer.at < first.at)) first = { id, ...timer };
    return first;
  }
}

/** What the encoder's thread does, at once. */
const encodeHere: PageEncoder = {
  encode(base, updates) {
    const doc = new Y.Doc();
    if (base !== null) Y.applyUpdateV2(doc, base);
    for (const update of updates) Y.applyUpdate(doc, update);
    const stateV2 = Y.encodeStateAsUpdateV2(doc);
    return Promise.resolve({ stateV2, stateVector: Y.encodeStateVector(doc) });
  },
  close: () => Promise.resolve(),
};

export interface TestContext extends SyncContext {
  readonly timers: TestTimers;
}

/** What a room needs, with time and randomness in the test's hands. */
export function testContext(log: UpdateLog, limits: Partial<SyncLimits> = {}): TestContext {
  const timers = new TestTimers();
  let nextId = 900_000;
  return {
    log,
    bus: NO_BUS,
    encoder: encodeHere,
    encodings: new LoopShare(timers),
    timers,
    clock: { now: () => 1_700_000_000_000 + timers.now() },
    logger: silentLogger,
    limits: { ...SYNC_LIMITS, ...limits },
    metrics: new SyncMetrics(),
    randomUint32: () => (nextId += 1),
    loopBusy: () => 0,
  };
}
