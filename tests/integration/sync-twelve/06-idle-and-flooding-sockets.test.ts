import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#shared/protocol/sync.ts';
import { encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import {
  aliceAtWork,
  askForUpgrade,
  expectUnharmed,
  tcpTo,
  upgradedTcp,
} from '../../support/sync-alice-at-work.ts';
import { eventually } from '../../support/eventually.ts';
import { rawSocket } from '../../support/sync-raw-socket.ts';

test('a frame of 100 MB is refused by what its first bytes say of it', async () => {
  const at = await aliceAtWork();
  const tcp = await upgradedTcp(at.host, 'mallory');
  const heard: Buffer[] = [];
  tcp.on('data', (chunk: Buffer) => heard.push(chunk));
  const head = Buffer.alloc(14);
  head.writeUInt16BE(0x82ff);
  head.writeBigUInt64BE(BigInt(100 * 1024 * 1024), 2);
  tcp.write(head);
  const close = (): number => {
    const bytes = Buffer.concat(heard);
    const at = bytes.indexOf(Uint8Array.of(0x88, 2));
    return at === -1 ? 0 : bytes.readUInt16BE(at + 2);
  };
  await eventually(() => close() !== 0, 'it is closed, though the rest has never come');
  expect(close()).toBe(CLOSE.tooLarge);
  await expectUnharmed(at);
});

test('a frame of 100 MB in small pieces is refused when it has grown too large', async () => {
  const at = await aliceAtWork();
  const mallory = await rawSocket(at.host.syncUrl, 'mallory');
  const piece = Buffer.alloc(512 * 1024);
  for (let sent = 0; sent < 200 && mallory.ws.readyState === mallory.ws.OPEN; sent += 1) {
    mallory.ws.send(piece, { fin: false, binary: true });
    await wait(1);
  }
  // Cut while it is still sending, it may lose what it was told.
  expect([CLOSE.tooLarge, 1006]).toContain(await mallory.closed);
  await eventually(() => at.host.sync.metrics().connections === 1, 'mallory is out of the room');
  await expectUnharmed(at);
});

test('a line that is upgraded and then neither reads nor answers a ping is cut', async () => {
  const at = await aliceAtWork({ heartbeatMs: 200 });
  await upgradedTcp(at.host, 'mallory');
  await eventually(() => at.host.sync.metrics().connections === 1, 'mallory is out of the room');
  expect(at.host.sync.metrics().terminated).toBe(1);
  await expectUnharmed(at);
});

test('a line that is refused and does not hang up is hung up on', async () => {
  const at = await aliceAtWork({ closeTimeoutMs: 100 });
  const tcp = await tcpTo(at.host.url);
  tcp.resume();
  const ended = once(tcp, 'close');
  askForUpgrade(tcp, null);
  await ended;
  await expectUnharmed(at);
});

test('a flood of messages over a real line is read slowly, and closed when it does not end', async () => {
  const at = await aliceAtWork({ workBurst: 50, workPerSecond: 500, throttledMaxMs: 300 });
  const mallory = await rawSocket(at.host.syncUrl, 'mallory');
  mallory.ws.send(encodeSyncStep2(Uint8Array.of(0, 0)));
  const known = encodeUpdate(Y.encodeStateAsUpdate(at.alice.doc));
  while (mallory.ws.readyState === mallory.ws.OPEN) {
    // What is not read stays with the sender, who sends more as soon as the line takes it.
    while (mallory.ws.bufferedAmount < 100_000) mallory.ws.send(known);
    await wait(5);
  }
  expect(await mallory.closed).toBe(CLOSE.tooMany);
  expect(at.host.sync.metrics().throttled).toBeGreaterThan(1);
  await expectUnharmed(at);
});
