import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { isSameOrigin } from '#server/auth/origin.ts';
import { operationsRouter, type OperationsContext } from '#server/operations/operations-router.ts';
import type { HttpContext } from './context.ts';
import { refuse } from './handler.ts';
import { historyRouter } from './history-router.ts';
import { leaderRouter } from './leader-router.ts';
import { pageFilesRouter } from './page-files-router.ts';
import { pageStateRouter } from './page-state-router.ts';
import { reviewsRouter } from './reviews-router.ts';
import { seatsRouter } from './seats-router.ts';
import { securityHeaders } from './security-headers.ts';
import { workshopsRouter } from './workshops-router.ts';

export interface AppOptions {
  readonly context: HttpContext;
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly pages: RequestHandler;
  readonly strictHeaders: boolean;
  readonly operations: OperationsContext;
  /** Whether the store is being replaced just now. */
  readonly isPaused: () => boolean;
}

export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  // One proxy, ours: what stands further ahead in the header may be the sender's own invention.
  app.set('trust proxy', options.trustProxy ? 1 : false);
  app.use(securityHeaders({ strict: options.strictHeaders }));
  app.use(operationsRouter(options.operations));
  app.use('/api', refuseCrossSite(options.publicUrl), express.json({ limit: '32kb' }));
  app.use('/api', refuseWhile(options.isPaused));
  for (const router of ROUTERS) app.use('/api', router(options.context));
  app.use('/api', (request, response) => refuse(request, response, 'malformed'));
  app.use(options.pages);
  app.use(failed(options.context));
  return app;
}

const ROUTERS = [
  leaderRouter,
  workshopsRouter,
  seatsRouter,
  pageStateRouter,
  pageFilesRouter,
  historyRouter,
  reviewsRouter,
];

const refuseWhile =
  (isPaused: () => boolean): RequestHandler =>
  (request, response, next) => {
    if (isPaused()) refuse(request, response, 'cannot-save');
    else next();
  };

const refuseCrossSite =
  (publicUrl: string | null): RequestHandler =>
  (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (reads || isSameOrigin(request, publicUrl)) next();
    else refuse(request, response, 'forbidden');
  };

/** The last resort: a body that is no JSON is the sender's fault, everything else ours. */
const failed =
  ({ logger }: HttpContext): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
    if (status === 413) {
      refuse(request, response, 'too-large');
      return;
    }
    if (typeof status === 'number' && status < 500) {
      refuse(request, response, 'malformed');
      return;
    }
    logger.error('request-failed', {
      path: request.route === undefined ? '' : request.path,
      message: String(error),
    });
    refuse(request, response, 'cannot-save');
  };
