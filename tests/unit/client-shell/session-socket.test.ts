import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, describe, expect, it } from 'vitest';
import { SessionSocket } from '#client/connection/session-socket.ts';
import type { SessionListener } from '#client/connection/session-transport.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';
import type { ErrorBody } from '#shared/protocol/error-kind.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { viewOf, workshopAt } from './fake-transport.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A real socket.io server on this machine. */
async function server() {
  const http = createServer();
  const io = new Server(http, { serveClient: false });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  closers.push(() => io.close());
  return { io, origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
}

/** What the listener was told, in order, and a way to wait for the next word. */
function listen(socket: SessionSocket) {
  const heard: [string, unknown?][] = [];
  let wake: () => void = () => undefined;
  const hear = (word: string) => (what?: unknown) => {
    heard.push(what === undefined ? [word] : [word, what]);
    wake();
  };
  const listener: SessionListener = {
    online: hear('online'),
    offline: hear('offline'),
    refused: hear('refused'),
    signedOut: hear('signed-out'),
    view: hear('view'),
    event: hear('event'),
    presence: hear('presence'),
    turnout: hear('turnout'),
  };
  socket.open(listener);
  closers.push(() => socket.close());
  return {
    heard,
    until: async (word: string, times = 1) => {
      while (heard.filter(([said]) => said === word).length < times) {
        await new Promise<void>((done) => (wake = done));
      }
    },
  };
}

const socketTo = (origin: string, language: () => Language = () => 'sv') =>
  new SessionSocket({
    origin,
    workshop: 'w' as WorkshopId,
    language,
    noConnection: () => 'Ingen kontakt',
    random: () => 0,
  });

const refusal = (body: ErrorBody) => Object.assign(new Error(body.kind), { data: body });
const LOST = { ok: false, error: { kind: 'no-connection', text: 'Ingen kontakt' } };
const END_TIMER = { type: 'stop-timer' } as const;

describe('the session socket', () => {
  it('says which workshop and language it is about, and passes on what it hears', async () => {
    const { io, origin } = await server();
    const greetings: unknown[] = [];
    io.on('connection', (socket) => {
      greetings.push(socket.handshake.auth);
      socket.emit('state', viewOf(workshopAt(1)));
    });
    let language: Language = 'sv';
    const socket = socketTo(origin, () => language);
    const { heard, until } = listen(socket);
    await until('view');
    expect(heard.map(([word]) => word)).toEqual(['online', 'view']);
    language = 'en';
    socket.reconnect();
    await until('view', 2);
    expect(greetings).toEqual([
      { workshop: 'w', language: 'sv' },
      { workshop: 'w', language: 'en' },
    ]);
  });

  it('sends a command at once or not at all', async () => {
    const { io, origin } = await server();
    const commands: unknown[] = [];
    io.on('connection', (socket) => {
      socket.on('command', (command: unknown, ack: (reply: unknown) => void) => {
        commands.push(command);
        ack({ ok: true, value: null });
      });
    });
    const socket = socketTo(origin);
    expect(await socket.command(END_TIMER)).toEqual(LOST);
    const { until } = listen(socket);
    await until('online');
    expect(await socket.command(END_TIMER)).toEqual({ ok: true, value: null });
    expect(commands).toEqual([END_TIMER]);
  });

  it('tells whoever waits for an answer that the connection broke', async () => {
    const { io, origin } = await server();
    io.on('connection', (socket) => {
      socket.on('ballot', () => socket.conn.close());
    });
    const socket = socketTo(origin);
    const { until } = listen(socket);
    await until('online');
    const submission = { pollId: 'p', submissionId: 's', ballot: {} };
    expect(await socket.ballot(submission)).toEqual(LOST);
    await until('offline');
    await until('online', 2);
  });

  it('gives up where it has no seat', async () => {
    const { io, origin } = await server();
    let attempts = 0;
    const error: ErrorBody = { kind: 'not-signed-in', text: 'Ingen plats' };
    io.use((_socket, next) => {
      attempts += 1;
      next(refusal(error));
    });
    const socket = socketTo(origin);
    const { heard, until } = listen(socket);
    await until('refused');
    expect(heard).toEqual([['refused', error]]);
    socket.reconnect();
    await expect(socket.serverTime()).rejects.toThrow('not connected');
    expect(attempts).toBe(1);
  });

  it('asks again where the reason passes, and after the server sent it away', async () => {
    const { io, origin } = await server();
    let attempts = 0;
    io.use((_socket, next) => {
      attempts += 1;
      next(attempts === 1 ? refusal({ kind: 'cannot-save', text: '' }) : undefined);
    });
    let sentAway = false;
    io.on('connection', (socket) => {
      if (!sentAway) socket.disconnect();
      sentAway = true;
    });
    const { until } = listen(socketTo(origin));
    await until('online', 2);
    expect(attempts).toBe(3);
  });

  it('ends when the seat has moved', async () => {
    const { io, origin } = await server();
    io.on('connection', (socket) => {
      socket.emit('signed-out', 'transferred');
      socket.disconnect(true);
    });
    const { heard, until } = listen(socketTo(origin));
    await until('signed-out');
    expect(heard.map(([word]) => word)).toEqual(['online', 'signed-out']);
  });
});
