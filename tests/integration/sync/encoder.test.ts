import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { expect, onTestFinished, test } from 'vitest';
import { ThreadedEncoder } from '#server/sync/encoding/page-encoder.ts';
import { startEncoder } from '#server/sync/encoding/start-encoder.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote } from '../../support/sync-stock-client.ts';

test('a page is encoded in a thread of its own, from a state and the updates since', async () => {
  const encoder = new ThreadedEncoder(startEncoder);
  onTestFinished(() => encoder.close());
  const doc = new Y.Doc();
  addNote(doc, 'n1', 'alice', 'fiber');
  const base = Y.encodeStateAsUpdateV2(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  addNote(doc, 'n2', 'alice', 'mast');
  addNote(doc, 'n3', 'bob', 'kanalisation');

  const { stateV2, stateVector } = await encoder.encode(base, updates);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, stateV2);
  expect(canonical(copy)).toEqual(canonical(doc));
  expect(stateVector).toEqual(Y.encodeStateVector(doc));
  // What was handed over is still ours.
  expect(updates.every(({ byteLength }) => byteLength > 0)).toBe(true);

  await expect(encoder.encode(Uint8Array.of(1, 2, 3), [])).rejects.toThrow();
  // The second update is missing what the first brings: not a whole document.
  await expect(encoder.encode(null, updates.slice(1))).rejects.toThrow();
});

test('when its thread dies, whoever waits is told, and the next page gets a new one', async () => {
  const silent = new Worker('setInterval(() => {}, 1_000)', { eval: true });
  const starts = [() => Promise.resolve(silent), startEncoder];
  const encoder = new ThreadedEncoder(() => (starts.shift() ?? startEncoder)());
  onTestFinished(() => encoder.close());
  const refused = expect(encoder.encode(null, [])).rejects.toThrow('the encoder stopped');
  await silent.terminate();
  await refused;
  expect((await encoder.encode(null, [])).stateV2.byteLength).toBeGreaterThan(0);
  expect(starts).toEqual([]);
});
