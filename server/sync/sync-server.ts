import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Logger } from '#server/logger.ts';
import type { ClientAddress } from '#server/auth/client-address.ts';
import { NO_BUS, type Bus } from '#server/bus/bus.ts';
import type { UpdateLog } from '#server/storage/update-log.ts';
import { AccessWatch } from './access-watch.ts';
import { ThreadedEncoder } from './encoding/page-encoder.ts';
import { startEncoder } from './encoding/start-encoder.ts';
import { Gateway, type SeatOf } from './gateway.ts';
import { LoopShare } from './loop-share.ts';
import { LoopWatch } from './loop-watch.ts';
import { SyncMetrics, type SyncMetricsReading, type Timed } from './metrics.ts';
import { NodeBeat } from './node-beat.ts';
import { Pages } from './pages.ts';
import { RoomRegistry } from './room-registry.ts';
import type { SyncContext } from './sync-context.ts';
import { SYNC_LIMITS, type SyncLimits } from './sync-limits.ts';
import type { PageStore, SyncAuthority } from './sync-port.ts';
import { realTimers, type Timer, type Timers } from './timers.ts';

export interface SyncServerOptions {
  readonly log: UpdateLog;
  /** The line to other servers on the same log; none when this one is alone. */
  readonly bus?: Bus;
  readonly authority: SyncAuthority;
  readonly seatOf: SeatOf;
  readonly addressOf: ClientAddress;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where the pages are reached from outside, as `https://host[:port]`, when that is not the address we are asked at. */
  readonly publicOrigin?: string | null;
  /** A random integer below 2^32. */
  readonly randomUint32?: () => number;
  readonly limits?: Partial<SyncLimits>;
  readonly timers?: Timers;
  readonly onTimed?: (what: Timed, ms: number) => void;
}

export interface SyncServer {
  /** For upgrades whose path `isSyncPath`. Never throws. */
  handleUpgrade(request: IncomingMessage, tcp: Duplex, head: Buffer): void;
  readonly pages: PageStore;
  metrics(): SyncMetricsReading;
  /** While the log is being replaced: commits what has been taken, forgets everything, and lets nobody in until `goOn`. */
  pause(): Promise<void>;
  goOn(): Promise<void>;
  /** Before a restart: takes nobody new, closes connections in groups, resolves when all that was taken is committed. */
  drain(): Promise<void>;
  /** Drops every connection and forgets everything, once all that was taken is committed. */
  close(): Promise<void>;
}

/** Puts the sync engine together. */
export function createSyncServer(options: SyncServerOptions): SyncServer {
  const metrics = new SyncMetrics(options.onTimed);
  const timers = options.timers ?? realTimers;
  const loop = new LoopWatch();
  const encoder = new ThreadedEncoder(startEncoder);
  const context: SyncContext = {
    log: options.log,
    encoder,
    bus: options.bus ?? NO_BUS,
    encodings: new LoopShare(timers),
    clock: options.clock,
    logger: options.logger,
    limits: { ...SYNC_LIMITS, ...options.limits },
    timers,
    metrics,
    randomUint32: options.randomUint32 ?? (() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
    loopBusy: () => loop.busy,
  };
  const registry = new RoomRegistry(context);
  const access = new AccessWatch(options.authority, options.logger);
  const gateway = new Gateway(registry, access, { publicOrigin: null, ...options }, context);
  let pulse: Timer | null = null;
  const beat = (): void => {
    loop.forget();
    gateway.heartbeat();
    for (const room of registry.rooms()) room.heartbeat();
    pulse = timers.after(context.limits.heartbeatMs, beat);
  };
  pulse = timers.after(context.limits.heartbeatMs, beat);
  const nodes = options.bus === undefined ? null : new NodeBeat(registry, context);
  nodes?.start();
  const stop = async (): Promise<void> => {
    gateway.stop();
    nodes?.stop();
    pulse?.cancel();
    loop.stop();
    await registry.close();
    await encoder.close();
  };
  return {
    handleUpgrade: (request, tcp, head) => gateway.handleUpgrade(request, tcp, head),
    pages: new Pages(context, registry, access),
    metrics: () => readMetrics(context, registry, loop),
    async pause() {
      gateway.pause();
      await registry.close();
    },
    async goOn() {
      // What was just being loaded when the pause began is from before it.
      await registry.close();
      gateway.goOn();
    },
    async drain() {
      gateway.stop();
      await gateway.closeInBatches();
      await stop();
    },
    async close() {
      gateway.terminateAll();
      await stop();
    },
  };
}

function readMetrics({ metrics }: SyncContext, registry: RoomRegistry, loop: LoopWatch): SyncMetricsReading {
  const rooms = registry.rooms();
  const connections = rooms.flatMap((room) => [...room.connections]);
  return {
    ...metrics.counts(),
    rooms: rooms.length,
    connections: connections.length,
    unackedAgeMs: Math.max(0, ...rooms.map((room) => room.unackedAgeMs)),
    loopDelayMs: loop.delayMs,
    isFailing: metrics.isFailing,
    bufferedBytes: connections.reduce((sum, connection) => sum + connection.backlog, 0),
  };
}
