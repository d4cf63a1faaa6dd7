// Finds the programs of a real PostgreSQL server for the storage contract, installing Debian's package where that is possible.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from './chromium.mjs';

/** Folder with `initdb` and `postgres`, or null. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const candidates = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => join(debian, version, 'bin')),
    '/usr/local/opt/postgresql/bin',
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/bin',
    '/usr/local/bin',
  ];
  return candidates.find((path) => path !== undefined && existsSync(join(path, 'initdb'))) ?? null;
}

export function ensurePostgres() {
  if (findPostgres() !== null) return;
  installPackage('postgresql');
  if (findPostgres() !== null) return;
  console.error(
    'The storage tests need a PostgreSQL server. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql)\n' +
      'or set POSTGRES_BIN to the folder that holds initdb and postgres. The tests start one of their own; none needs to run.',
  );
  process.exit(1);
}
