import { expect, test } from 'vitest';
import { CLOSE } from '#shared/protocol/sync.ts';
import { aliceAtWork, askForUpgrade, expectUnharmed, tcpTo } from '../../support/sync-alice-at-work.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { rawSocket } from '../../support/sync-raw-socket.ts';

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const MALLORYS = '203.0.113.7';

/** The host's seats are found when the test says so. */
function holdUp(host: SyncHost): () => void {
  let letGo = (): void => {};
  host.lookedUp = new Promise((resolve) => (letGo = resolve));
  return () => letGo();
}

test('an address may have so many sockets of nobody known, and the next is told that it is too many', async () => {
  const at = await aliceAtWork({ waitingPerAddressMax: 20 });
  const letIn = holdUp(at.host);
  const open = (seat: string | null, address: string) => rawSocket(at.host.syncUrl, seat, from(address));
  const waiting = await Promise.all(Array.from({ length: 20 }, () => open(null, MALLORYS)));
  const beyond = await Promise.all(Array.from({ length: 100 }, () => open(null, MALLORYS)));
  for (const { closed } of beyond) expect(await closed).toBe(CLOSE.tooMany);

  // Others come in by the same door meanwhile, and from the same address once there is room.
  const bob = await open('bob', '198.51.100.2');
  letIn();
  await eventually(() => bob.messages.length > 0, 'bob is greeted');
  for (const { closed } of waiting) expect(await closed).toBe(CLOSE.notSignedIn);
  const carol = await open('carol', MALLORYS);
  await eventually(() => carol.messages.length > 0, 'carol is greeted');
  await expectUnharmed(at);
});

test('refused sockets that do not hang up are hung up on when they are many', async () => {
  const at = await aliceAtWork({ refusedPerAddressMax: 3, closeTimeoutMs: 600_000 });
  let gone = 0;
  for (let n = 0; n < 10; n += 1) {
    const tcp = await tcpTo(at.host.url);
    tcp.resume();
    tcp.on('close', () => (gone += 1));
    askForUpgrade(tcp, null);
  }
  await eventually(() => gone === 7, 'all but three are gone');
  await expectUnharmed(at);
});

test('500 people with a seat come in at once from one address, and 500 who have lost theirs are all told so', async () => {
  const host = await SyncHost.start();
  const letIn = holdUp(host);
  const seat = (n: number): string => [n / 26, n % 26].map((k) => String.fromCharCode(97 + k)).join('');
  const seated = await Promise.all(Array.from({ length: 500 }, (_, n) => rawSocket(host.syncUrl, seat(n))));
  const unseated = await Promise.all(Array.from({ length: 500 }, () => rawSocket(host.syncUrl, null)));
  letIn();
  await eventually(() => seated.every(({ messages }) => messages.length > 0), 'everybody is greeted');
  for (const { closed } of unseated) expect(await closed).toBe(CLOSE.notSignedIn);
}, 60_000);
