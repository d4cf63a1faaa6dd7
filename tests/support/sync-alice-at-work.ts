import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import type { SyncLimits } from '#server/sync/sync-limits.ts';
import { eventually } from './eventually.ts';
import { SyncHost } from './sync-host.ts';
import { DOCUMENT } from './sync-names.ts';
import { canonical } from './sync-replica.ts';
import { addNote, isSynced, objectsIn, stockClient, type StockClient } from './sync-stock-client.ts';

export interface AliceAtWork {
  readonly host: SyncHost;
  readonly alice: StockClient;
}

/** Alice at work on a page; whatever the others do must not reach her. */
export async function aliceAtWork(limits: Partial<SyncLimits> = {}): Promise<AliceAtWork> {
  const host = await SyncHost.start({ limits });
  const alice = stockClient(host.syncUrl, 'alice');
  await eventually(() => isSynced(alice), 'alice is synced');
  addNote(alice.doc, 'n1', 'alice', 'fiber till byn');
  await eventually(async () => 'n1' in ((await host.objects()) as object), 'the server has the note');
  return { host, alice };
}

export async function expectUnharmed({ host, alice }: AliceAtWork): Promise<void> {
  addNote(alice.doc, 'after', 'alice');
  await eventually(async () => 'after' in ((await host.objects()) as object), 'alice can go on');
  expect(alice.closes).toEqual([]);
  expect(canonical(host.log.replay(DOCUMENT))).toEqual(canonical(alice.doc));
  expect(Object.keys(objectsIn(alice))).toEqual(['n1', 'after']);
}

/** A TCP line on which nothing has been said yet, and nothing is read. */
export async function tcpTo(url: string): Promise<Socket> {
  const tcp = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void tcp.destroy());
  // What the other end does to it is what the test is about.
  tcp.on('error', () => {});
  await once(tcp, 'connect');
  return tcp;
}

/** Asks for the page's socket by hand, in a seat or in none. */
export function askForUpgrade(tcp: Socket, seat: string | null): void {
  tcp.write(
    [
      `GET /sync/${DOCUMENT} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ...(seat === null ? [] : [`Cookie: seat=${seat}`]),
      '\r\n',
    ].join('\r\n'),
  );
}

/** A TCP line that has been upgraded by hand and is in the room with alice. */
export async function upgradedTcp(host: SyncHost, seat: string): Promise<Socket> {
  const tcp = await tcpTo(host.url);
  askForUpgrade(tcp, seat);
  await eventually(() => host.sync.metrics().connections > 1, 'the socket is in the room');
  return tcp;
}
