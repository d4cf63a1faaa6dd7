import { Worker } from 'node:worker_threads';
import type { SqliteWorkerData } from './sqlite-protocol.ts';

/**
 * Starts the worker that stands beside this code: its source when this is source (tests, development), and
 * `dist/server/sqlite-worker.js` when this was bundled into `dist/server/main.js`.
 */
export function startSqliteWorker(workerData: SqliteWorkerData): Worker {
  return import.meta.url.endsWith('.ts')
    ? new Worker(importingSource(), { eval: true, workerData })
    : new Worker(new URL('./sqlite-worker.js', import.meta.url), { workerData });
}

/**
 * A worker that is told to begin with a `.ts` file, or to `--import tsx`, fails on Node 20: the loader sets itself up on
 * the main thread only. So it begins with a line of JavaScript that asks the loader for the source.
 */
function importingSource(): string {
  const loader = import.meta.resolve('tsx/esm/api');
  const source = new URL('./sqlite-worker.ts', import.meta.url).href;
  const [from, what, here] = [loader, source, import.meta.url].map((url) => JSON.stringify(url));
  return `import(${from}).then(({ tsImport }) => tsImport(${what}, ${here}))`;
}
