import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { clientAddress } from '#server/auth/client-address.ts';
import { UnseatedLines, type Line } from '#server/session/unseated-lines.ts';
import { eventually } from '../../support/eventually.ts';

const OPEN_A_LINE = '/socket.io/?EIO=4&transport=websocket';
/** Connects the socket on the line, with a seat. */
const COME_IN = '40{"seat":"alice"}';

/** socket.io where whoever names a seat has one, and two lines of one address may have none. */
async function world() {
  const server = createServer();
  const sockets = new Server(server);
  const lines = new UnseatedLines(clientAddress(true), 2);
  sockets.engine.on('connection', (line: Line) => lines.add(line));
  sockets.use((socket, next) => {
    lines.seated(socket.conn);
    next();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => sockets.close());
  const { port } = server.address() as AddressInfo;
  const line = (address: string) => {
    const ws = new WebSocket(`ws://127.0.0.1:${port}${OPEN_A_LINE}`, {
      headers: { 'x-forwarded-for': address },
    });
    ws.on('error', () => {});
    onTestFinished(() => ws.terminate());
    const heard: string[] = [];
    ws.on('message', (data: RawData) => heard.push((data as Buffer).toString()));
    return { ws, heard };
  };
  const count = (): number => sockets.engine.clientsCount;
  return { line, count };
}

test('an address may have so many lines without a seat, and those with one do not count', async () => {
  const { line, count } = await world();
  const [first, second] = [line('203.0.113.7'), line('203.0.113.7')];
  await eventually(() => count() === 2, 'two lines are open');
  const third = line('203.0.113.7');
  await eventually(() => third.ws.readyState === third.ws.CLOSED, 'the third is closed');
  const elsewhere = line('198.51.100.2');
  await eventually(() => count() === 3, 'another address has lines of its own');

  first.ws.send(COME_IN);
  await eventually(() => first.heard.some((text) => text.startsWith('40')), 'the first has a seat');
  line('203.0.113.7');
  await eventually(() => count() === 4, 'that made room for one');
  second.ws.close();
  await eventually(() => count() === 3, 'one without a seat leaves');
  line('203.0.113.7');
  await eventually(() => count() === 4, 'that made room, too');
  expect(elsewhere.ws.readyState).toBe(elsewhere.ws.OPEN);
});
