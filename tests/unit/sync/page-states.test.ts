import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import type { NewLogRow } from '#server/storage/update-log.ts';
import { PageStates } from '#server/sync/page-states.ts';
import type { SyncContext } from '#server/sync/sync-context.ts';
import { MemoryLog } from '../../support/sync-memory-log.ts';
import { testContext } from '../../support/sync-context.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { addNote } from '../../support/sync-stock-client.ts';

/** A page that is written row by row, as a room would be told of it. */
async function writtenPage(limits: Partial<SyncContext['limits']> = {}) {
  const log = new MemoryLog();
  const doc = new Y.Doc();
  await log.create(DOCUMENT, Y.encodeStateAsUpdate(doc), 0);
  const context = testContext(log, limits);
  const stored = await log.load(DOCUMENT);
  if (stored === null) throw new Error('not there');
  const states = new PageStates(DOCUMENT, stored, context);
  doc.on('update', (update: Uint8Array) => {
    const row: NewLogRow = { update, seat: 'alice', kind: 'edit', at: 0 };
    void log.append([{ document: DOCUMENT, rows: [row], claims: [] }]);
    states.add([row]);
  });
  return { log, doc, context, states };
}

const docOf = (gzipped: Uint8Array): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, gunzipSync(gzipped));
  return doc;
};

describe('the state of a page', () => {
  test('is the page at its sequence, and encoded once for all who ask', async () => {
    const { doc, states, context } = await writtenPage();
    let encoded = 0;
    const encode = context.encoder.encode.bind(context.encoder);
    context.encoder.encode = (base, updates) => {
      encoded += 1;
      return encode(base, updates);
    };
    addNote(doc, 'n1', 'alice', 'fiber');
    const [first, second] = await Promise.all([states.current(), states.current()]);
    expect(first).toBe(second);
    expect(encoded).toBe(1);
    expect(first.seq).toBe(2);
    expect(canonical(docOf(first.packed.state))).toEqual(canonical(doc));
  });

  test('for joiners may be a little old, and is made anew when it is older', async () => {
    const { doc, states, context } = await writtenPage();
    addNote(doc, 'n1', 'alice', 'fiber');
    const first = await states.recent();
    addNote(doc, 'n2', 'alice', 'mast');
    expect(await states.recent()).toBe(first);
    context.timers.pass(context.limits.stateFreshMs);
    const later = await states.recent();
    expect(later.seq).toBe(3);
    expect(canonical(docOf(later.packed.state))).toEqual(canonical(doc));
  });

  test('and what came after it make the page, also for one who fetched the state before', async () => {
    const { doc, states } = await writtenPage();
    addNote(doc, 'n1', 'alice', 'fiber');
    const before = await states.current();
    addNote(doc, 'n2', 'alice', 'mast');
    const after = await states.current();
    addNote(doc, 'n3', 'alice', 'kanalisation');
    for (const { seq, packed } of [before, after]) {
      const joiner = docOf(packed.state);
      const rest = states.since(seq);
      expect(rest).toHaveLength(4 - seq);
      for (const update of rest ?? []) Y.applyUpdate(joiner, update);
      expect(canonical(joiner)).toEqual(canonical(doc));
    }
  });

  test('is not told of from too long ago, nor row by row when they are many, nor from the future', async () => {
    const { doc, states } = await writtenPage({ answerRowsMax: 2 });
    for (const id of ['n1', 'n2', 'n3']) {
      addNote(doc, id, 'alice');
      await states.current();
    }
    expect(states.since(1)).toBeNull();
    addNote(doc, 'n4', 'alice');
    addNote(doc, 'n5', 'alice');
    expect(states.since(3)).toBeNull();
    expect(states.since(4)).toHaveLength(2);
    expect(states.since(7)).toBeNull();
  });

  test('that cannot be encoded costs a snapshot and no more', async () => {
    const { doc, states, context, log } = await writtenPage();
    const encode = context.encoder.encode.bind(context.encoder);
    context.encoder.encode = () => Promise.reject(new Error('the encoder stopped'));
    addNote(doc, 'n1', 'alice');
    await states.save();
    expect(context.metrics.counts()).toMatchObject({ snapshots: 0, snapshotFailures: 1 });
    context.encoder.encode = encode;
    await states.save();
    expect((await log.load(DOCUMENT))?.snapshot?.seq).toBe(2);
  });
});
