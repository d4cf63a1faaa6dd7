// Builds a peer's page for production into node_modules/.pages, which goes away with an installation that is replaced.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const ROOT = import.meta.dirname;
const [, , ...peers] = process.argv;

for (const peer of peers) {
  const outDir = join(ROOT, 'node_modules', '.pages', peer);
  await build({
    root: join(ROOT, 'pages', peer),
    base: `/${peer}/`,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    plugins: [svelte({ configFile: false })],
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1e9 },
  });
  if (peer !== 'excalidraw') continue;
  const fonts = join('@excalidraw', 'excalidraw', 'dist', 'prod', 'fonts');
  cpSync(join(ROOT, 'node_modules', fonts), join(outDir, 'fonts'), { recursive: true });
}
