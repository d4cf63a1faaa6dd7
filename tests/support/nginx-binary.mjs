// Finds nginx for the test of the configuration that we deliver, installing Debian's package where that is possible.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage } from './chromium.mjs';

/** Path of `nginx`, or null. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path)) ?? null;
}

/** Without it a small proxy of the tests' own stands in: what is lost is the word on our configuration, and it is said. */
export function ensureNginx() {
  if (findNginx() !== null) return;
  installPackage('nginx-light');
  if (findNginx() !== null) return;
  console.warn(
    'nginx is not installed (Debian: apt-get install nginx-light): its configuration is not tested.',
  );
}
