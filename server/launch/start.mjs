// `npm start`: from a fresh clone to a running server. Installs, builds what changed, then becomes the server.
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './install.mjs';

install();
const { build } = await import('./build.mjs');
await build();
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
