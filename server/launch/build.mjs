// Builds the pages and the server into dist/, only what changed. Run by `npm start`, `npm run build` and `npm test`.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const STAMP = join(ROOT, 'dist', 'stamp');
const SOURCES = [
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.base.json',
  'shared',
  'server',
  'client',
];

/** Builds what is out of date. Resolves to whether anything was built. */
export async function build({ force = false, log = console.log } = {}) {
  const fingerprint = await fingerprintOf(SOURCES);
  const built = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (!force && built === fingerprint) return false;
  await rm(join(ROOT, 'dist'), { recursive: true, force: true });
  const vite = await import('vite');
  const common = { configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' };
  await vite.build(common);
  await vite.build({ ...common, root: ROOT, build: { ssr: true } });
  await compress(join(ROOT, 'dist', 'client'));
  await printSizes(log);
  await writeFile(STAMP, fingerprint);
  return true;
}

/** Names, sizes and contents of all sources: touching a file without changing it rebuilds nothing. */
async function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesUnder(join(ROOT, path))) {
      hash
        .update(relative(ROOT, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function filesUnder(path) {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** Compressed once here, so that serving costs nothing and a poor link gets the smallest there is. */
async function compress(directory) {
  const files = (await filesUnder(directory)).filter((file) => /\.(js|css|html|svg|json)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, brotli));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

/** What a first visit downloads, in kB of brotli: the join view, and a phone's workshop view. */
async function printSizes(log) {
  const { sizes } = await import('./sizes.mjs');
  for (const line of await sizes(join(ROOT, 'dist', 'client'))) log(line);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ force: process.argv.includes('--force') });
}
