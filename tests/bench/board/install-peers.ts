import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ContenderId } from './contender.ts';
import { peerFile, PEERS_DIRECTORY } from './peer-file.ts';

const DAY_MS = 24 * 60 * 60_000;
const STAMP = peerFile('node_modules', '.bench-installed');

/**
 * The other boards at their latest, and pages with them. There is no lock file: a comparison with what they were a year ago flatters. What has been
 * installed within a day is used as it is.
 */
export function installPeers(peers: readonly ContenderId[]): void {
  if (peers.length > 0 && !isRecent()) {
    console.log('Installing the boards to compare with …');
    run('npm', ['install', '--no-package-lock', '--no-fund', '--no-audit', '--loglevel=error']);
    writeFileSync(STAMP, new Date().toISOString());
  }
  const unbuilt = peers.filter((peer) => !existsSync(peerFile('node_modules', '.pages', peer, 'index.html')));
  if (unbuilt.length > 0) run(process.execPath, ['build.mjs', ...unbuilt]);
}

function isRecent(): boolean {
  if (!existsSync(STAMP)) return false;
  return Date.now() - Date.parse(readFileSync(STAMP, 'utf8')) < DAY_MS;
}

function run(program: string, args: readonly string[]): void {
  const ran = spawnSync(program, [...args], {
    cwd: PEERS_DIRECTORY,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (ran.status !== 0)
    throw new Error('the boards to compare with are not there; is the npm registry reachable?');
}

/** As `tldraw 5.4.2`. */
export function versionOf(packageName: string): string {
  const file = peerFile('node_modules', ...packageName.split('/'), 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
  return `${packageName} ${version}`;
}
