import { Router, type Request } from 'express';
import type { SyncMetricsReading } from '#server/sync/metrics.ts';
import type { OperatorsMetrics } from './prometheus.ts';

export interface OperationsContext {
  readonly metrics: OperatorsMetrics;
  /** Who may read `/metrics`. */
  readonly metricsFor: 'local' | 'all' | 'nobody';
  readonly sync: () => SyncMetricsReading;
  /** Rejects when the database does not answer. */
  readonly probeStorage: () => Promise<unknown>;
  readonly isDraining: () => boolean;
  readonly isPaused: () => boolean;
}

/** A database that has not answered by then is not one to send people to. */
const PROBE_MS = 3_000;

/** For whoever runs the server: is it alive, may people be sent to it, how is it doing. */
export function operationsRouter(context: OperationsContext): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  router.get('/readyz', async (_request, response) => {
    const trouble = await troubleOf(context);
    response
      .status(trouble === null ? 200 : 503)
      .set('cache-control', 'no-store')
      .type('text/plain')
      .send(`${trouble ?? 'ok'}\n`);
  });
  router.get('/metrics', async (request, response, next) => {
    if (!mayRead(context, request)) {
      next();
      return;
    }
    response.set('content-type', context.metrics.contentType).send(await context.metrics.text());
  });
  return router;
}

async function troubleOf(context: OperationsContext): Promise<string | null> {
  if (context.isDraining()) return 'stopping';
  if (context.isPaused()) return 'a backup is being restored';
  if (context.sync().isFailing) return 'the last commit failed';
  try {
    await within(PROBE_MS, context.probeStorage());
    return null;
  } catch {
    return 'the database does not answer';
  }
}

/** Whoever comes by way of a proxy on this machine is somebody else, trusted proxy or not. */
function mayRead({ metricsFor }: OperationsContext, { socket, headers }: Request): boolean {
  if (metricsFor !== 'local') return metricsFor === 'all';
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

async function within(ms: number, promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ms);
  });
  try {
    await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
