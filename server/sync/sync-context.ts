import type { Clock } from '#shared/kernel/clock.ts';
import type { Logger } from '#server/logger.ts';
import type { Bus } from '#server/bus/bus.ts';
import type { UpdateLog } from '#server/storage/update-log.ts';
import type { LoopShare } from './loop-share.ts';
import type { PageEncoder } from './encoding/page-encoder.ts';
import type { SyncMetrics } from './metrics.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Timers } from './timers.ts';

/** What the parts of the sync engine are given by its composition. */
export interface SyncContext {
  readonly log: UpdateLog;
  /** The line to other servers on the same log. */
  readonly bus: Bus;
  readonly encoder: PageEncoder;
  /** Where work that would hold up the event loop takes its turn. */
  readonly encodings: LoopShare;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits: SyncLimits;
  readonly metrics: SyncMetrics;
  /** A random integer below 2^32, for the server's own client ids. */
  readonly randomUint32: () => number;
  /** The share of its time that the event loop is at work, from 0 to 1: ticks are stretched by it. */
  readonly loopBusy: () => number;
}
