// `npm run soak`: the long versions. `--minutes 10` shortens the memory run (90), `--factor 5` the random ones (50: 100 kills with -9).
// Outages of Redis and PostgreSQL last up to 30 s.
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { install } from '../server/launch/install.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '90' }, factor: { type: 'string', default: '50' } },
});
install();
const { status } = spawnSync(
  resolve(ROOT, 'node_modules', '.bin', 'vitest'),
  [
    'run',
    'tests/integration/cluster',
    'tests/integration/sync-twelve',
    'tests/properties/sync',
    'tests/soak',
  ],
  {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_FACTOR: values.factor, SOAK_MINUTES: values.minutes },
  },
);
process.exit(status ?? 1);
