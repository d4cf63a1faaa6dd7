import { Worker } from 'node:worker_threads';
import { compiledWorker } from '#server/workers/compiled-worker.ts';

/** Starts the encoder's thread: from source in tests and development, from `dist/server/encoder-worker.js` when this was bundled. */
export async function startEncoder(): Promise<Worker> {
  const isSource = import.meta.url.endsWith('.ts');
  return new Worker(
    isSource
      ? await compiledWorker(new URL('./encoder-worker.ts', import.meta.url))
      : new URL('./encoder-worker.js', import.meta.url),
  );
}
