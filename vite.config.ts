import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * A poor link pays for every file, so what a phone shows together lies together, in the order in which it meets it: a module goes
 * to the first of these files that needs it. All else is split by Vite. A laptop, on a better link, fetches the phone's few kB too.
 */
const FILES = [
  { name: 'app', test: /(client[\\/]main|start[\\/]told)\.ts$/ },
  // Needed in a workshop, and by those who only read its review document.
  {
    name: 'reading',
    test: /(RefusedView|MeaningMark)\.svelte$|(field-words|meaning-of|meaning-marks|page-outline|ranked-groups|format-points)\.ts$/,
  },
  { name: 'door', test: /WorkshopDoor\.svelte$/ },
  { name: 'workshop', test: /(WorkshopScreen|PhoneLayout|PageCards)\.svelte$|page-model\.svelte\.ts$/ },
  { name: 'vote', test: /VoteCallout\.svelte$/ },
].map((file, index, all) => ({ ...file, priority: all.length - index }));

/** Sends for the texts of the join form together with our code, which would ask for them only when it runs. */
const preloadTexts: Plugin = {
  name: 'vagval:preload-texts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.values(bundle)
        .filter((file) => file.type === 'chunk' && file.name === 'sv-entrance')
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        })),
  },
};

const client: UserConfig = {
  root: 'client',
  cacheDir: '../node_modules/.cache/vite',
  plugins: [
    svelte({ preprocess: vitePreprocess(), compilerOptions: { runes: true, discloseVersion: false } }),
    preloadTexts,
  ],
  resolve: {
    // Yjs prints its two warnings in colours, with a console library and a schema library that no phone needs.
    alias: { 'lib0/logging': fileURLToPath(new URL('client/connection/yjs-warnings.ts', import.meta.url)) },
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: FILES } }, checks: { bundlerTimings: false } },
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
  // Svelte's browser build, for its runtime; the plugin compiles runes as for a server here, so `$effect` does not run in unit tests.
  // What rests on one is tested in Chromium.
  resolve: { conditions: ['browser'] },
  test: {
    include: [
      'tests/{unit,properties,contracts,integration,e2e}/**/*.test.ts',
      ...(process.env.SOAK_MINUTES === undefined ? [] : ['tests/soak/*.test.ts']),
    ],
    environment: 'node' as const,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores: more workers only take turns.
    maxWorkers: 2,
  },
};
