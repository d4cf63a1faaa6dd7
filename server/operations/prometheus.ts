import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { SyncCounts, SyncMetricsReading, Timed } from '#server/sync/metrics.ts';

/** What the operator reads off. Numbers only: no ids, no names. */
export interface OperatorsMetrics {
  readonly timed: (what: Timed, ms: number) => void;
  /** The Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricSources {
  readonly sync: () => SyncMetricsReading;
  /** Session sockets open now. */
  readonly screens: () => number;
}

const TIMED: Readonly<Record<Timed, { readonly name: string; readonly help: string }>> = {
  commit: { name: 'vagval_commit_seconds', help: 'From handing rows to the log until they are durable' },
  tick: { name: 'vagval_tick_seconds', help: 'Work of telling one room what has been committed' },
};

type PlainCount = Exclude<keyof SyncCounts, 'reverts' | 'refusals'>;

const COUNTS: Readonly<Record<PlainCount, string>> = {
  commits: 'Commits of page rows',
  rowsCommitted: 'Page rows committed',
  commitFailures: 'Commits that failed; their rooms were reloaded from the log',
  ticks: 'Ticks sent',
  bytesFannedOut: 'Bytes of updates and presence sent',
  snapshots: 'Snapshots saved',
  snapshotFailures: 'Snapshots that could not be made',
  loads: 'Pages loaded into memory',
  unloads: 'Pages dropped from memory',
  gaps: 'Updates that built on something the server has not',
  throttled: 'Times a socket was not read for a while',
  held: 'Times updates were held back from a slow client',
  terminated: 'Connections cut off: too slow, or silent',
};

const GAUGES = {
  rooms: ['vagval_rooms', 'Pages in memory'],
  connections: ['vagval_sync_connections', 'Sync sockets open'],
  bufferedBytes: ['vagval_buffered_bytes', 'Bytes written that the network has not taken'],
  unackedAgeMs: ['vagval_unacked_age_milliseconds', 'Age of the oldest change not in the log'],
  loopDelayMs: ['vagval_loop_delay_p99_milliseconds', 'How late the event loop runs'],
} as const satisfies Partial<Record<keyof SyncMetricsReading, readonly [string, string]>>;

export function createOperatorsMetrics(sources: MetricSources): OperatorsMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const histogram = ({ name, help }: { readonly name: string; readonly help: string }): Histogram =>
    new Histogram({ name, help, registers, buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2] });
  const timed = { commit: histogram(TIMED.commit), tick: histogram(TIMED.tick) };
  for (const [count, help] of Object.entries(COUNTS) as [PlainCount, string][])
    addCounter(registry, count, help, sources);
  addByReason(registry, 'refusals', 'code', 'Connections closed by the server, by close code', sources);
  addByReason(registry, 'reverts', 'code', 'Edits undone, by rejection code', sources);
  for (const [key, [name, help]] of Object.entries(GAUGES)) {
    addGauge(registry, name, help, () => sources.sync()[key as keyof typeof GAUGES]);
  }
  addGauge(registry, 'vagval_screens', 'Session sockets open', sources.screens);
  return {
    timed: (what, ms) => timed[what].observe(ms / 1000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addGauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

/** The engine counts since its start; what Prometheus reads is set to that. */
function addCounter(registry: Registry, count: PlainCount, help: string, { sync }: MetricSources): void {
  new Counter({
    name: `vagval_${snakeCase(count)}_total`,
    help,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(sync()[count]);
    },
  });
}

function addByReason(
  registry: Registry,
  count: 'refusals' | 'reverts',
  label: string,
  help: string,
  { sync }: MetricSources,
): void {
  new Counter({
    name: `vagval_${count}_total`,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, times] of Object.entries(sync()[count])) this.inc({ [label]: reason }, times);
    },
  });
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
