import { Worker } from 'node:worker_threads';
import { compiledWorker } from '#server/workers/compiled-worker.ts';
import type { SqliteWorkerData } from './sqlite-protocol.ts';

/**
 * Starts the worker that stands beside this code: its source when this is source (tests, development), and
 * `dist/server/sqlite-worker.js` when this was bundled into `dist/server/main.js`.
 */
export async function startSqliteWorker(workerData: SqliteWorkerData): Promise<Worker> {
  const isSource = import.meta.url.endsWith('.ts');
  const worker = isSource
    ? await compiledWorker(new URL('./sqlite-worker.ts', import.meta.url))
    : new URL('./sqlite-worker.js', import.meta.url);
  return new Worker(worker, { workerData });
}
