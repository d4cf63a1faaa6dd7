import type { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { expect, onTestFinished, test } from 'vitest';
import { ThreadedEncoder } from '#server/sync/encoding/page-encoder.ts';
import { startEncoder } from '#server/sync/encoding/start-encoder.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote } from '../../support/sync-stock-client.ts';

test('a page is encoded in a thread of its own, from a state and the updates since', async () => {
  const workers: Worker[] = [];
  const encoder = new ThreadedEncoder(async () => {
    const worker = await startEncoder();
    workers.push(worker);
    return worker;
  });
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

  const [first] = workers;
  const unanswered = encoder.encode(base, updates);
  const refused = expect(unanswered).rejects.toThrow('the encoder stopped');
  await new Promise((resolve) => setImmediate(resolve));
  await first?.terminate();
  await refused;
  expect((await encoder.encode(base, updates)).stateV2).toEqual(stateV2);
  expect(workers).toHaveLength(2);
});
