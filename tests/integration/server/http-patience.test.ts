import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer, WebSocket } from 'ws';
import { createHttpServer, HTTP_PATIENCE, type HttpPatience } from '#server/http/http-server.ts';
import { tcpTo } from '../../support/sync-alice-at-work.ts';

async function world(patience: Partial<HttpPatience>) {
  const server = createHttpServer({ ...HTTP_PATIENCE, lookEveryMs: 50, ...patience });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test.each([
  ['says nothing', ''],
  ['never ends the head of its request', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  ['never sends the body it has announced', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
])('a line that %s is closed', async (_what, said) => {
  const { url } = await world({ headersMs: 100, requestMs: 200 });
  const tcp = await tcpTo(url);
  tcp.resume();
  tcp.write(said);
  await once(tcp, 'close');
});

test('an answer that nobody reads is let go of, and a WebSocket is left alone', async () => {
  const { server, url } = await world({ silenceMs: 100 });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, tcp, head) => sockets.handleUpgrade(request, tcp, head, () => {}));
  const ws = new WebSocket(url.replace('http', 'ws'));
  onTestFinished(() => ws.terminate());
  await once(ws, 'open');

  const given = new Promise<void>((resolve) => {
    server.on('request', (_request, response) => {
      response.on('close', resolve);
      // Well beyond what any system buffers.
      response.end(Buffer.alloc(64 * 1024 * 1024));
    });
  });
  const tcp = await tcpTo(url);
  tcp.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await given;
  expect(ws.readyState).toBe(ws.OPEN);
});
