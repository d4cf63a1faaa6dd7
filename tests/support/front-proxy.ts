import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { must } from '#shared/kernel/assert.ts';
import { findNginx } from './nginx-binary.mjs';
import { startNginx } from './nginx.ts';

/** One address for several servers. */
export interface FrontProxy {
  readonly url: string;
  stop(): Promise<void>;
}

export function startFrontProxy(ports: readonly number[]): Promise<FrontProxy> {
  const nginx = findNginx();
  return nginx === null ? startPlainProxy(ports) : startNginx(nginx, ports);
}

/** Does what `server/launch/proxy.conf` says, where there is no nginx. */
async function startPlainProxy(ports: readonly number[]): Promise<FrontProxy> {
  const sockets = new Set<Duplex>();
  const server = createServer((incoming, outgoing) => {
    void lineFor(incoming, ports).then((line) => {
      const { method = 'GET', url: path = '/', headers } = incoming;
      const passed = request({ createConnection: () => line, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      incoming.pipe(passed);
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (incoming: IncomingMessage, near: Duplex, head: Buffer) => {
    void lineFor(incoming, ports).then((far) => {
      const lines = incoming.rawHeaders.flatMap((name, at, all) =>
        at % 2 === 0 ? [`${name}: ${all[at + 1] ?? ''}`] : [],
      );
      far.write([`GET ${incoming.url ?? '/'} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      far.write(head);
      near.pipe(far).pipe(near);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => other.destroy());
        one.on('close', () => other.destroy());
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const WORKSHOP = /^\/(?:sync|api\/workshops)\/([^/?]+)|[?&]workshop=([^&]+)/;

/** To the workshop's own server, or to the next that answers. */
async function lineFor({ url = '' }: IncomingMessage, ports: readonly number[]): Promise<Socket> {
  const [, ofPath, ofQuery] = WORKSHOP.exec(url) ?? [];
  const key = Array.from(ofPath ?? ofQuery ?? '').reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003,
    7,
  );
  for (let at = 0; ; at += 1) {
    const port = must(ports[(key + at) % ports.length], 'a port');
    try {
      return await opened(port);
    } catch (error) {
      if (at === ports.length - 1) throw error;
    }
  }
}

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
