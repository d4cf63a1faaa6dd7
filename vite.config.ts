import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** `vite build` makes the pages; `vite build --ssr` makes the server (see server/launch/build.mjs). */
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        build: {
          ssr: true,
          target: 'node20',
          outDir: 'dist/server',
          emptyOutDir: true,
          rolldownOptions: {
            input: { main: 'server/main.ts', 'sqlite-worker': 'server/storage/sqlite/sqlite-worker.ts' },
            output: { entryFileNames: '[name].js' },
          },
        },
      }
    : {
        root: 'client',
        plugins: [svelte({ preprocess: vitePreprocess() })],
        build: {
          outDir: '../dist/client',
          emptyOutDir: true,
          target: 'es2022',
          manifest: true,
          modulePreload: { polyfill: false },
        },
      },
);
