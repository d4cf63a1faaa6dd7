import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import type { UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

const client: UserConfig = {
  root: 'client',
  cacheDir: '../node_modules/.cache/vite',
  plugins: [svelte({ preprocess: vitePreprocess() })],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
  },
};

const server: UserConfig = {
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        'sqlite-worker': 'server/storage/sqlite/sqlite-worker.ts',
        'encoder-worker': 'server/sync/encoding/encoder-worker.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
};

/** `vite build` makes the pages, `vite build --ssr` the server (see server/launch/build.mjs), `vitest` runs the tests. */
export default defineConfig(({ isSsrBuild }) => {
  if (process.env.VITEST !== undefined) return tests;
  return isSsrBuild === true ? server : client;
});

const tests = {
  cacheDir: 'node_modules/.cache/vite',
  plugins: [svelte({ preprocess: vitePreprocess() })],
  // Runes and Svelte's browser build, in Node: models are tested without a page.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['tests/{unit,properties,contracts,integration,e2e}/**/*.test.ts'],
    environment: 'node' as const,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more workers only take turns.
    maxWorkers: 2,
  },
};
