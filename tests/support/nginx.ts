import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import type { FrontProxy } from './front-proxy.ts';

const CONFIG = new URL('../../server/launch/proxy.conf', import.meta.url);

/** nginx with the configuration that we deliver, in front of servers on these ports instead of the containers'. */
export async function startNginx(program: string, ports: readonly number[]): Promise<FrontProxy> {
  const directory = await mkdtemp(join(tmpdir(), 'vagval-nginx-'));
  const port = await freePort();
  const site = ports.reduce(
    (text, node, at) => text.replace(`node-${at + 1}:8080`, `127.0.0.1:${node}`),
    (await readFile(CONFIG, 'utf8')).replace('listen 80;', `listen 127.0.0.1:${port};`),
  );
  await writeFile(join(directory, 'site.conf'), site);
  await writeFile(join(directory, 'nginx.conf'), mainConfig(directory));
  const args = ['-p', directory, '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'error.log')];
  const nginx = spawn(program, args, { stdio: 'inherit' });
  const endWithUs = () => nginx.kill('SIGKILL');
  process.once('exit', endWithUs);
  await eventually(async () => {
    if (nginx.exitCode !== null) throw new Error('nginx did not start');
    return fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    );
  }, 'nginx answers');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      process.off('exit', endWithUs);
      const ended = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** One process, so that ending it ends all of it. */
const mainConfig = (directory: string): string => `
daemon off;
master_process off;
pid ${directory}/nginx.pid;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${directory}/${of};`).join('\n  ')}
  include ${directory}/site.conf;
}
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
