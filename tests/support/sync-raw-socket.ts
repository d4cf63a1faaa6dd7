import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import { DOCUMENT } from './sync-names.ts';

/** A client that says exactly what the test wants it to, and keeps what it hears. */
export interface RawSocket {
  readonly ws: WebSocket;
  readonly messages: Uint8Array[];
  /** The close code, once the server has closed. */
  readonly closed: Promise<number>;
}

export interface RawOptions {
  readonly room?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function rawSocket(
  url: string,
  seat: string | null,
  options: RawOptions = {},
): Promise<RawSocket> {
  const headers = { ...(seat === null ? {} : { cookie: `seat=${seat}` }), ...options.headers };
  const ws = new WebSocket(`${url}/${options.room ?? DOCUMENT}`, { headers });
  const messages: Uint8Array[] = [];
  ws.on('message', (data: RawData) => messages.push(new Uint8Array(data as Buffer)));
  // A connection cut on purpose is an error to the library, and what the test is about.
  ws.on('error', () => {});
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  onTestFinished(() => ws.terminate());
  await once(ws, 'open');
  return { ws, messages, closed };
}
