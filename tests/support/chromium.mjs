// Finds a real Chromium for the browser tests, installs one where that is possible, and otherwise says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Path of a Chromium that exists, or null. */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    playwrightsOwn(),
  ];
  return candidates.find((path) => path !== undefined && path !== null && existsSync(path)) ?? null;
}

/** Ends the process with a message when there is none to be had: browser tests are never skipped in silence. */
export function ensureChromium() {
  if (findChromium() !== null) return;
  installPackage('chromium');
  if (findChromium() !== null) return;
  console.error(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install chromium; others: npx playwright-core install chromium)\n' +
      'or set CHROMIUM_PATH to one.',
  );
  process.exit(1);
}

/** Debian's package, where we may install one. */
export function installPackage(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${name} …`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--no-install-recommends', name);
}

function playwrightsOwn() {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright knows no browser for this system.
    return null;
  }
}
