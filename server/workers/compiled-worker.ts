import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Below `node_modules`, so that the worker finds its packages from there. */
const CACHE = new URL('../../node_modules/.cache/vagval/', import.meta.url);

/**
 * The worker's source as JavaScript. A worker of Node 20 cannot begin with a `.ts` file: the loaders that read one set
 * themselves up on the main thread only, and setting one up inside the worker takes ten times as long as starting it.
 * A worker imports nothing of ours at run time, so one file is all of it; it is compiled once per change.
 */
export async function compiledWorker(source: URL): Promise<URL> {
  const code = await readFile(source, 'utf8');
  const name = basename(source.pathname, '.ts');
  const compiled = new URL(`${name}-${fingerprint(code)}.mjs`, CACHE);
  if (!(await exists(compiled))) await compile(code, source, compiled);
  return compiled;
}

async function compile(code: string, source: URL, compiled: URL): Promise<void> {
  const { transformWithOxc } = await import('vite');
  const { code: javascript } = await transformWithOxc(code, fileURLToPath(source));
  await mkdir(CACHE, { recursive: true });
  // Under a name of its own first: another process may be about to start from the file.
  const draft = new URL(`${compiled.href}.${process.pid}`);
  await writeFile(draft, javascript);
  await rename(draft, compiled);
}

const fingerprint = (code: string) => createHash('sha256').update(code).digest('hex').slice(0, 16);

const exists = (file: URL) =>
  access(file).then(
    () => true,
    () => false,
  );
