// Finds a real Redis server for the tests of several servers, installing Debian's package where that is possible.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage } from './chromium.mjs';

/** Path of `redis-server`, or null. */
export function findRedis() {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/opt/homebrew/bin',
    '/usr/local/bin',
  ];
  const candidates = [process.env.REDIS_SERVER, ...folders.map((folder) => join(folder, 'redis-server'))];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

export function ensureRedis() {
  if (findRedis() !== null) return;
  installPackage('redis-server');
  if (findRedis() !== null) return;
  console.error(
    'The tests of several servers need Redis. Install it (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis)\n' +
      'or set REDIS_SERVER to the program. The tests start one of their own; none needs to run.',
  );
  process.exit(1);
}
