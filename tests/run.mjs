// `npm test`: from a fresh clone to a verdict. Installs what the tests need, builds, then checks form, types and behaviour.
// Arguments go to vitest: `npm test -- tests/unit` runs these only, without the checks.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../server/launch/install.mjs';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const chosen = process.argv.slice(2);

install();
const { ensureChromium } = await import('./support/chromium.mjs');
const { ensurePostgres } = await import('./support/postgres-binaries.mjs');
const { ensureRedis } = await import('./support/redis-binary.mjs');
const { ensureNginx } = await import('./support/nginx-binary.mjs');
ensureChromium();
ensurePostgres();
ensureRedis();
ensureNginx();

const { build } = await import('../server/launch/build.mjs');
await step('build', () => build());
if (chosen.length === 0) {
  await step('format', () => run('prettier', '--check', '--log-level', 'warn', '.'));
  // Types first: the type-aware lint reads the declarations that `tsc -b` writes.
  await step('types', () => run('tsc', '-b') && run('tsc', '-p', 'tests') && svelteCheck());
  await step('lint', () => run('eslint', '.'));
}
await step('tests', () => run('vitest', 'run', ...chosen));

function svelteCheck() {
  return run('svelte-check', '--tsconfig', 'client/tsconfig.json', '--fail-on-warnings', '--output', 'human');
}

async function step(name, act) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  const result = await act();
  if (result === false && name !== 'build') {
    console.error(`\n${name}: failed`);
    process.exit(1);
  }
  console.log(`── ${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Runs a program of node_modules/.bin; whether it succeeded. */
function run(program, ...args) {
  const file = resolve(ROOT, 'node_modules', '.bin', program);
  if (!existsSync(file)) throw new Error(`${program} is not installed; run: npm ci`);
  return (
    spawnSync(file, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0
  );
}
