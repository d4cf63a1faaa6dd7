import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { peerFile, PEERS_DIRECTORY } from './servers/peer-file.ts';

/** Installs the servers we are compared with from their own lock file, when they are not there, or not the locked ones. */
export function installPeers(): void {
  const stamp = peerFile('node_modules', '.bench-lock');
  const lock = createHash('sha256')
    .update(readFileSync(peerFile('package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing the servers to compare with (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: PEERS_DIRECTORY,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('the peers could not be installed; is the npm registry reachable?');
  writeFileSync(stamp, lock);
}
