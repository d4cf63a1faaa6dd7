import * as decoding from 'lib0/decoding';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, type RawData } from 'ws';
import * as Y from 'yjs';
import { SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { encodeSyncStep1, encodeSyncStep2 } from '#server/sync/wire.ts';
import { eventually } from '../../support/eventually.ts';
import { ackedClient } from '../../support/sync-acked-client.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { MemoryLog } from '../../support/sync-memory-log.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';

const LIMITS = { connectionsPerSeatMax: 200 };
const LETTERS = 'abcdefghij';
const NOTHING = Y.encodeStateVector(new Y.Doc());
const NO_UPDATE = Y.encodeStateAsUpdate(new Y.Doc());

/** Somebody who reads, by the raw protocol; what is heard is put together at the end, since 480 documents are a heavy load for one process. */
class Reader {
  readonly #seat: string;
  #ws: WebSocket | null = null;
  #heard: Uint8Array[] = [];
  isWhole = false;

  constructor(seat: string) {
    this.#seat = seat;
    onTestFinished(() => this.leave());
  }

  join(url: string): void {
    this.isWhole = false;
    this.#heard = [];
    const ws = new WebSocket(`${url}/${DOCUMENT}`, { headers: { cookie: `seat=${this.#seat}` } });
    this.#ws = ws;
    ws.on('error', () => {});
    ws.on('open', () => ws.send(encodeSyncStep1(NOTHING)));
    ws.on('message', (data: RawData) => this.#read(ws, new Uint8Array(data as Buffer)));
  }

  leave(): void {
    this.#ws?.terminate();
  }

  #read(ws: WebSocket, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    if (decoding.readVarUint(decoder) !== SYNC_MESSAGE.sync) return;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === 0) ws.send(encodeSyncStep2(NO_UPDATE));
    else this.#heard.push(bytes);
    if (step === 1) this.isWhole = true;
  }

  page(): string {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of this.#heard) Y.applyUpdate(doc, update);
    });
    return JSON.stringify(canonical(doc));
  }
}

test('five hundred join at once while twenty write, and come back at once after a restart', async () => {
  const log = new MemoryLog();
  const first = await SyncHost.start<MemoryLog>({
    log,
    limits: LIMITS,
    page: (doc) => {
      for (let n = 0; n < 300; n += 1) addNote(doc, `n${n}`, 'server', `Behov nummer ${n}`);
    },
  });
  const writers = Array.from({ length: 20 }, (_each, at) =>
    ackedClient(first.syncUrl, `w${LETTERS[at % 10] ?? ''}`),
  );
  const readers = Array.from({ length: 480 }, (_each, at) => new Reader(`r${LETTERS[at % 10] ?? ''}`));
  await eventually(() => writers.every(({ provider }) => provider.synced), 'the writers are there');
  let rounds = 0;
  const write = setInterval(() => {
    rounds += 1;
    for (const [at, { doc }] of writers.entries()) textOf(doc, `n${at}`).insert(0, String(rounds % 10));
  }, 200);
  onTestFinished(() => clearInterval(write));
  for (const reader of readers) reader.join(first.syncUrl);
  await eventually(() => readers.every(({ isWhole }) => isWhole), 'everybody has the page');
  await eventually(
    () => writers.every((writer) => writer.acknowledged() > 5),
    'and nobody who wrote was kept waiting',
  );

  // The server is restarted: a new one on the same log, and everybody there at the same moment.
  for (const { provider } of writers) provider.disconnect();
  await first.sync.close();
  const second = await SyncHost.start<MemoryLog>({ log, limits: LIMITS, page: null });
  for (const reader of readers) reader.join(second.syncUrl);
  const back = writers.map(({ doc }, at) =>
    ackedClient(second.syncUrl, `w${LETTERS[at % 10] ?? ''}`, { doc }),
  );
  await eventually(() => back.every(({ provider }) => provider.synced), 'the writers are back');
  clearInterval(write);
  await eventually(() => back.every((writer) => writer.acknowledged() === writer.edits()), 'all is saved');
  const stored = JSON.stringify(canonical(log.replay(DOCUMENT)));
  await eventually(
    () => back.every(({ doc }) => JSON.stringify(canonical(doc)) === stored),
    'the writers agree',
  );
  for (const reader of readers) await eventually(() => reader.page() === stored, 'everybody has all of it');
  expect(back.flatMap(({ rejections }) => rejections)).toEqual([]);
}, 240_000);
