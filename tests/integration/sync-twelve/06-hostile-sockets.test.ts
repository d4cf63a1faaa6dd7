import type { Socket } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { FRAME_MAX_BYTES } from '#shared/protocol/limits.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { encodeStates } from '#server/sync/awareness-wire.ts';
import { encodeAwareness, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '#server/sync/wire.ts';
import { craftUpdate } from '../../support/sync-craft.ts';
import { eventually } from '../../support/eventually.ts';
import { aliceAtWork, expectUnharmed, upgradedTcp } from '../../support/sync-alice-at-work.ts';
import { rawSocket } from '../../support/sync-raw-socket.ts';
import { addNote, objectsIn, stockClient } from '../../support/sync-stock-client.ts';

const foreign = (clock: number): Uint8Array =>
  craftUpdate([{ client: 1, clock, structs: [{ content: { any: ['x'] }, key: 'stolen' }] }]);

describe('what a socket says that no client of ours would', () => {
  test.each<[string, Uint8Array, number]>([
    ['a frame of no protocol', Uint8Array.of(77, 1, 2), CLOSE.malformed],
    ['an empty frame', Uint8Array.of(), CLOSE.malformed],
    ['an update that is none', encodeSyncStep2(Uint8Array.of(9, 9, 9)), CLOSE.malformed],
    [
      'another root',
      encodeSyncStep2(
        craftUpdate([{ client: 5, clock: 0, structs: [{ content: { any: [1] }, parent: 'x', key: 'y' }] }]),
      ),
      CLOSE.malformed,
    ],
    ['a state vector that is none', encodeSyncStep1(Uint8Array.of(255, 255)), CLOSE.malformed],
    ['presence that is none', encodeAwareness(Uint8Array.of(5)), CLOSE.malformed],
    ['a frame of 9 MB', new Uint8Array(FRAME_MAX_BYTES + 1), CLOSE.tooLarge],
  ])('%s', async (_what, bytes, code) => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    mallory.ws.send(bytes);
    expect(await mallory.closed).toBe(code);
    await expectUnharmed(at);
  });

  test('text instead of bytes', async () => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    mallory.ws.send('{"hello":1}');
    expect(await mallory.closed).toBe(CLOSE.malformed);
    await expectUnharmed(at);
  });

  test('an update over the limit after it has synced', async () => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    mallory.ws.send(encodeSyncStep2(Uint8Array.of(0, 0)));
    mallory.ws.send(encodeUpdate(new Uint8Array(300 * 1024)));
    expect(await mallory.closed).toBe(CLOSE.tooLarge);
    await expectUnharmed(at);
  });

  test('frames that are no WebSocket frames', async () => {
    const at = await aliceAtWork();
    const tcp = await upgradedTcp(at.host, 'mallory');
    tcp.read();
    // Reserved bits set, no mask.
    tcp.write(Uint8Array.of(0xf2, 3, 1, 2, 3));
    const answer = await readAll(tcp);
    expect(answer.readUInt16BE(answer.indexOf(0x88) + 2)).toBe(CLOSE.malformed);
    await expectUnharmed(at);
  });

  test('another’s next clock', async () => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    const state = Y.decodeStateVector(Y.encodeStateVector(at.alice.doc));
    const update = craftUpdate([
      {
        client: at.alice.doc.clientID,
        clock: state.get(at.alice.doc.clientID) ?? 0,
        structs: [{ content: { any: ['stolen'] }, key: 'n1' }],
      },
    ]);
    mallory.ws.send(encodeSyncStep2(update));
    expect(await mallory.closed).toBe(CLOSE.malformed);
    const { clientID } = at.alice.doc;
    await expectUnharmed(at);
    expect(at.alice.doc.clientID).toBe(clientID);
  });

  test('a client id that another has shown in presence and not written under yet', async () => {
    const at = await aliceAtWork();
    const bob = stockClient(at.host.syncUrl, 'bob');
    bob.provider.awareness.setLocalStateField('cursor', [1, 2]);
    await eventually(() => at.alice.provider.awareness.getStates().has(bob.doc.clientID), 'alice sees bob');
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    const stolen = craftUpdate([
      { client: bob.doc.clientID, clock: 0, structs: [{ content: { any: ['x'] }, key: 'stolen' }] },
    ]);
    mallory.ws.send(encodeSyncStep2(stolen));
    expect(await mallory.closed).toBe(CLOSE.malformed);
    addNote(bob.doc, 'bobs', 'bob');
    await eventually(() => 'bobs' in objectsIn(at.alice), 'bob’s id is still his');
    expect(bob.closes).toEqual([]);
  });

  test('the same gap over and over', async () => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    for (let time = 0; time < 5; time += 1) mallory.ws.send(encodeSyncStep2(foreign(500)));
    expect(await mallory.closed).toBe(CLOSE.malformed);
    await expectUnharmed(at);
  });

  test('somebody else’s presence', async () => {
    const at = await aliceAtWork();
    at.alice.provider.awareness.setLocalStateField('cursor', [1, 2]);
    const bob = stockClient(at.host.syncUrl, 'bob');
    const { clientID } = at.alice.doc;
    const seen = (): unknown => bob.provider.awareness.getStates().get(clientID);
    await eventually(() => seen() !== undefined, 'bob sees alice');
    const mallory = await rawSocket(at.host.syncUrl, 'mallory');
    const said = (state: unknown): Uint8Array =>
      encodeAwareness(encodeStates([{ client: clientID, clock: 1e15, json: JSON.stringify(state) }]));
    mallory.ws.send(said({ user: { seat: 'alice' }, cursor: 'mallory was here' }));
    mallory.ws.send(said(null));
    addNote(at.alice.doc, 'n2', 'alice');
    await eventually(() => 'n2' in objectsIn(bob), 'time has passed');
    expect(seen()).toEqual({ cursor: [1, 2], user: { seat: 'alice' } });
  });
});

describe('where a socket comes from', () => {
  test('another site gets nothing, though it brings the cookie', async () => {
    const at = await aliceAtWork();
    const mallory = await rawSocket(at.host.syncUrl, 'alice', {
      headers: { origin: 'https://evil.example' },
    });
    mallory.ws.send(encodeSyncStep1(Uint8Array.of(0)));
    expect(await mallory.closed).toBe(CLOSE.forbidden);
    expect(mallory.messages).toEqual([]);
    await expectUnharmed(at);
  });

  test('our own pages are let in', async () => {
    const at = await aliceAtWork();
    const origin = at.host.url.replace('ws:', 'http:');
    const alice = await rawSocket(at.host.syncUrl, 'alice', { headers: { origin } });
    await eventually(() => alice.messages.length > 0, 'it is greeted');
  });

  test('nobody sees anything before it is known who they are', async () => {
    const at = await aliceAtWork();
    const nobody = await rawSocket(at.host.syncUrl, null);
    nobody.ws.send(encodeSyncStep1(Uint8Array.of(0)));
    expect(await nobody.closed).toBe(CLOSE.notSignedIn);
    expect(nobody.messages).toEqual([]);
  });

  test('one seat may not open pages without end', async () => {
    const at = await aliceAtWork();
    const sockets = await Promise.all(
      Array.from({ length: 13 }, () => rawSocket(at.host.syncUrl, 'mallory')),
    );
    expect(await Promise.race(sockets.map(({ closed }) => closed))).toBe(CLOSE.tooMany);
    await expectUnharmed(at);
  });
});

async function readAll(tcp: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  tcp.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(tcp, 'end');
  return Buffer.concat(chunks);
}
