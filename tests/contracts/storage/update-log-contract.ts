import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { LogData } from '#server/logger.ts';
import { encodeSnapshot, packSnapshot, type EncodedSnapshot } from '#server/storage/snapshot-codec.ts';
import type { LogAppend, NewLogRow, UpdateLog } from '#server/storage/update-log.ts';
import { appendUntilKilled } from '../../support/append-until-killed.ts';
import type { MakeHarness } from './storage-harness.ts';
import { storeForEachTest } from './with-harness.ts';

const PAGE = 'w1/page/inventory';
const OTHER_PAGE = 'w1/page/welcome';

export function updateLogContract(makeHarness: MakeHarness): void {
  describe('an update log', () => {
    const store = storeForEachTest(makeHarness);
    const log = () => store().storage.updateLog;

    test('gives back a created document with its first update', async () => {
      await log().create(PAGE, bytes(1, 2, 3), 1000);

      expect(await log().load(PAGE)).toEqual({
        epoch: 1,
        snapshot: null,
        tail: [{ seq: 1, at: 1000, seat: 'server', kind: 'server', update: bytes(1, 2, 3) }],
      });
    });

    test('keeps the first of two creations of one document', async () => {
      await Promise.all([log().create(PAGE, bytes(1), 1000), log().create(PAGE, bytes(2), 2000)]);
      await log().create(PAGE, bytes(3), 3000);

      const stored = await log().load(PAGE);
      expect(stored?.tail).toHaveLength(1);
      expect(stored?.tail[0]?.update).not.toEqual(bytes(3));
    });

    test('knows nothing of a document that was never created', async () => {
      expect(await log().load(PAGE)).toBeNull();
      expect(await log().since(PAGE, 0, 10)).toEqual([]);
      expect(await log().owners(PAGE)).toEqual(new Map());
    });

    test('tells how far the logs of many documents go', async () => {
      await log().create(PAGE, bytes(1), 1000);
      await log().create(OTHER_PAGE, bytes(1), 1000);
      const row: NewLogRow = { seat: 'alice', kind: 'edit', at: 1001, update: bytes(2) };
      await log().append([{ document: PAGE, rows: [row, row], claims: [] }]);

      expect(await log().heads([PAGE, OTHER_PAGE, 'w1/page/none'])).toEqual(
        new Map([
          [PAGE, 3],
          [OTHER_PAGE, 1],
        ]),
      );
      expect(await log().heads([])).toEqual(new Map());
    });

    test('gives back every row as it was written', async () => {
      await log().create(PAGE, bytes(0), 1000);
      const rows: NewLogRow[] = [
        { seat: 'alice', kind: 'edit', at: 1001, update: bytes() },
        { seat: 'bob', kind: 'revert', at: 1002, update: bytes(0, 255, 128) },
        { seat: 'server', kind: 'server', at: Date.UTC(2200, 0), update: new Uint8Array(300_000).fill(7) },
      ];

      const sequences = await log().append([{ document: PAGE, rows, claims: [] }]);

      expect(sequences).toEqual(new Map([[PAGE, 4]]));
      expect(await log().since(PAGE, 1, 10)).toEqual(rows.map((row, index) => ({ ...row, seq: index + 2 })));
    });

    test('stores the bytes of a view, not what lies around it', async () => {
      await log().create(PAGE, bytes(0), 1000);
      const around = new Uint8Array([9, 9, 1, 2, 9, 9]);

      await log().append([edits(PAGE, around.subarray(2, 4), Buffer.from('pooled'))]);

      const stored = await log().since(PAGE, 1, 10);
      expect(stored.map((row) => [...row.update])).toEqual([[1, 2], [...Buffer.from('pooled')]]);
    });

    test('gives rows after a sequence, oldest first and no more than asked for', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().append([edits(PAGE, bytes(1), bytes(2), bytes(3), bytes(4))]);

      expect(sequencesOf(await log().since(PAGE, 2, 2))).toEqual([3, 4]);
      expect(sequencesOf(await log().since(PAGE, 5, 2))).toEqual([]);
    });

    test('numbers 200 concurrent appends to five documents without a hole and as it reported', async () => {
      const documents = ['a', 'b', 'c', 'd', 'e'];
      await Promise.all(documents.map((document) => log().create(document, bytes(0), 1000)));

      const reported = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const document = documents[index % 5] ?? '';
          const sequences = await log().append([edits(document, bytes(index))]);
          return { document, index, seq: sequences.get(document) };
        }),
      );

      for (const document of documents) {
        const stored = await log().since(document, 0, 1000);
        expect(sequencesOf(stored)).toEqual(oneTo(41));
        const expected = reported.filter((append) => append.document === document);
        for (const { index, seq } of expected) {
          expect(stored.find((row) => row.seq === seq)?.update).toEqual(bytes(index));
        }
        // In the order they were asked for.
        expect(stored.slice(1).map((row) => row.update[0])).toEqual(expected.map(({ index }) => index));
      }
    });

    test('numbers appends of two servers to one document without a hole', async () => {
      const second = (await store().open()).updateLog;
      await log().create(PAGE, bytes(0), 1000);

      const reported = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const sequences = await (index % 2 === 0 ? log() : second).append([edits(PAGE, bytes(index))]);
          return sequences.get(PAGE);
        }),
      );

      expect(reported.toSorted((one, other) => Number(one) - Number(other))).toEqual(oneTo(61).slice(1));
      expect(sequencesOf(await log().since(PAGE, 0, 100))).toEqual(oneTo(61));
    });

    test('appends to several documents in one batch', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().create(OTHER_PAGE, bytes(0), 1000);

      const sequences = await log().append([
        edits(PAGE, bytes(1), bytes(2)),
        edits(OTHER_PAGE, bytes(3)),
        edits(PAGE, bytes(4)),
      ]);

      expect(sequences).toEqual(
        new Map([
          [PAGE, 4],
          [OTHER_PAGE, 2],
        ]),
      );
      expect((await log().since(PAGE, 1, 10)).map((row) => row.update[0])).toEqual([1, 2, 4]);
    });

    test('refuses an unknown document and then stores nothing of the batch', async () => {
      await log().create(PAGE, bytes(0), 1000);

      const refused = log().append([
        { ...edits(PAGE, bytes(1)), claims: [{ client: 7, seat: 'alice' }] },
        edits('unknown', bytes(2)),
      ]);

      await expect(refused).rejects.toMatchObject({ kind: 'unknown-document' });
      expect(sequencesOf(await log().since(PAGE, 0, 10))).toEqual([1]);
      expect(await log().owners(PAGE)).toEqual(new Map());
      expect(await log().since('unknown', 0, 10)).toEqual([]);
    });

    test('does not let a refused append take others down that were asked for at the same time', async () => {
      await log().create(PAGE, bytes(0), 1000);

      const outcomes = await Promise.allSettled([
        log().append([edits(PAGE, bytes(1))]),
        log().append([edits(PAGE, bytes(2)), edits('unknown', bytes(3))]),
        log().append([edits(PAGE, bytes(4))]),
      ]);

      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await log().since(PAGE, 1, 10)).map((row) => [row.seq, row.update[0]])).toEqual([
        [2, 1],
        [3, 4],
      ]);
    });

    test('remembers which seat a client id belongs to', async () => {
      await log().create(PAGE, bytes(0), 1000);
      const largest = 2 ** 32 - 1;

      await log().append([
        {
          ...edits(PAGE, bytes(1)),
          claims: [
            { client: 7, seat: 'alice' },
            { client: largest, seat: 'bob' },
          ],
        },
      ]);
      await log().append([{ ...edits(PAGE, bytes(2)), claims: [{ client: 7, seat: 'alice' }] }]);

      expect(await log().owners(PAGE)).toEqual(
        new Map([
          [7, 'alice'],
          [largest, 'bob'],
        ]),
      );
    });

    test('never hands a client id to another seat', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().append([{ ...edits(PAGE, bytes(1)), claims: [{ client: 7, seat: 'alice' }] }]);

      const refused = log().append([{ ...edits(PAGE, bytes(2)), claims: [{ client: 7, seat: 'bob' }] }]);

      await expect(refused).rejects.toMatchObject({ kind: 'client-id-taken' });
      expect(await log().owners(PAGE)).toEqual(new Map([[7, 'alice']]));
      expect(sequencesOf(await log().since(PAGE, 0, 10))).toEqual([1, 2]);
    });

    test('gives a client id to one of two seats that claim it at once', async () => {
      await log().create(PAGE, bytes(0), 1000);

      const outcomes = await Promise.allSettled([
        log().append([{ ...edits(PAGE, bytes(1)), claims: [{ client: 7, seat: 'alice' }] }]),
        log().append([{ ...edits(PAGE, bytes(2)), claims: [{ client: 7, seat: 'bob' }] }]),
      ]);

      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(await log().owners(PAGE)).toEqual(new Map([[7, 'alice']]));
    });

    test('lets the same client id belong to different seats on different documents', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().create(OTHER_PAGE, bytes(0), 1000);

      await log().append([
        { ...edits(PAGE, bytes(1)), claims: [{ client: 7, seat: 'alice' }] },
        { ...edits(OTHER_PAGE, bytes(1)), claims: [{ client: 7, seat: 'bob' }] },
      ]);

      expect(await log().owners(OTHER_PAGE)).toEqual(new Map([[7, 'bob']]));
    });

    test('has everything after a restart', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().append([{ ...edits(PAGE, bytes(1), bytes(2)), claims: [{ client: 7, seat: 'alice' }] }]);
      const before = await log().load(PAGE);

      const reopened = (await store().reopen()).updateLog;

      expect(await reopened.load(PAGE)).toEqual(before);
      expect(await reopened.owners(PAGE)).toEqual(new Map([[7, 'alice']]));
      expect(await reopened.append([edits(PAGE, bytes(3))])).toEqual(new Map([[PAGE, 4]]));
    });

    test('commits what is under way when it is closed', async () => {
      await log().create(PAGE, bytes(0), 1000);
      const underWay = Array.from({ length: 100 }, (_, index) => log().append([edits(PAGE, bytes(index))]));

      const reopened = (await store().reopen()).updateLog;

      await Promise.all(underWay);
      expect(sequencesOf(await reopened.since(PAGE, 0, 1000))).toEqual(oneTo(101));
    });

    test('rejects an append after closing', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await store().storage.close();

      await expect(log().append([edits(PAGE, bytes(1))])).rejects.toThrow();
    });

    test('has every acknowledged row after its process was killed', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await store().storage.close();

      const acknowledged = await appendUntilKilled(store().harness.location, PAGE, 300);

      const stored = await (await store().open()).updateLog.since(PAGE, 0, 1_000_000);
      expect(acknowledged.length).toBeGreaterThanOrEqual(300);
      const texts = new Map(stored.map((row) => [row.seq, Buffer.from(row.update).toString()]));
      for (const { seq, text } of acknowledged) expect(texts.get(seq)).toBe(text);
      expect(sequencesOf(stored)).toEqual(oneTo(stored.length));
    });

    test('stores nothing when the disk is full, and works again when there is room', async () => {
      await log().create(PAGE, bytes(0), 1000);
      await log().append([edits(PAGE, bytes(1))]);
      await store().harness.fillDisk();

      const refused = await Promise.allSettled([
        log().append([{ ...edits(PAGE, bytes(2)), claims: [{ client: 7, seat: 'alice' }] }, large(PAGE)]),
        log().append([large(PAGE)]),
      ]);

      expect(refused.map(reasonOf)).toEqual([
        expect.objectContaining({ kind: 'full' }),
        expect.objectContaining({ kind: 'full' }),
      ]);
      expect(sequencesOf(await log().since(PAGE, 0, 10))).toEqual([1, 2]);
      expect(await log().owners(PAGE)).toEqual(new Map());

      await store().harness.makeRoom();
      expect(await log().append([large(PAGE)])).toEqual(new Map([[PAGE, 3]]));
    });

    describe('with snapshots', () => {
      test('loads the newest snapshot and the rows after it', async () => {
        const states = await writeThreeEdits(log());
        await log().saveSnapshot(PAGE, 2, await packed(states, 2), 2000);
        await log().saveSnapshot(PAGE, 3, await packed(states, 3), 3000);

        const stored = await log().load(PAGE);

        expect(stored?.snapshot).toEqual({ seq: 3, stateV2: stateAt(states, 3) });
        expect(sequencesOf(stored?.tail ?? [])).toEqual([4]);
        expect(textOf(stored)).toBe('abc');
      });

      test('still has the whole log', async () => {
        const states = await writeThreeEdits(log());
        await log().saveSnapshot(PAGE, 4, await packed(states, 4), 2000);

        expect(sequencesOf(await log().since(PAGE, 0, 10))).toEqual([1, 2, 3, 4]);
      });

      test('falls back to the one before when the newest is damaged, and says so', async () => {
        const states = await writeThreeEdits(log());
        await log().saveSnapshot(PAGE, 2, await packed(states, 2), 2000);
        await log().saveSnapshot(PAGE, 3, await packed(states, 3), 3000);
        await log().saveSnapshot(PAGE, 4, await packed(states, 4), 4000);
        await store().harness.damageSnapshot(PAGE, 4);
        const errors: [string, LogData?][] = [];
        const logger = {
          info: () => {},
          warn: () => {},
          error: (event: string, data?: LogData) => errors.push(data === undefined ? [event] : [event, data]),
        };

        const stored = await (await store().reopen(logger)).updateLog.load(PAGE);

        expect(stored?.snapshot?.seq).toBe(3);
        expect(textOf(stored)).toBe('abc');
        expect(errors).toEqual([['storage.snapshot-damaged', { document: PAGE, seq: 4 }]]);
      });

      test('replays the log from its beginning when every snapshot is damaged', async () => {
        const states = await writeThreeEdits(log());
        await log().saveSnapshot(PAGE, 2, await packed(states, 2), 2000);
        await log().saveSnapshot(PAGE, 3, await packed(states, 3), 3000);
        await store().harness.damageSnapshot(PAGE, 2);
        await store().harness.damageSnapshot(PAGE, 3);

        const stored = await log().load(PAGE);

        expect(stored?.snapshot).toBeNull();
        expect(textOf(stored)).toBe('abc');
      });

      test('replaces a damaged snapshot by a new one of the same sequence', async () => {
        const states = await writeThreeEdits(log());
        await log().saveSnapshot(PAGE, 3, await packed(states, 3), 3000);
        await store().harness.damageSnapshot(PAGE, 3);

        await log().saveSnapshot(PAGE, 3, await packed(states, 3), 4000);

        expect((await log().load(PAGE))?.snapshot?.seq).toBe(3);
      });

      test('refuses what cannot be read back', async () => {
        await writeThreeEdits(log());

        await expect(encodeSnapshot(bytes(1, 2, 3))).rejects.toThrow();

        expect((await log().load(PAGE))?.snapshot).toBeNull();
      });

      test('refuses a snapshot of rows the log does not have', async () => {
        const states = await writeThreeEdits(log());

        await expect(log().saveSnapshot(PAGE, 5, await packed(states, 4), 3000)).rejects.toThrow();
        await expect(log().saveSnapshot('unknown', 1, await packed(states, 4), 3000)).rejects.toThrow();

        expect((await log().load(PAGE))?.snapshot).toBeNull();
      });
    });
  });
}

const bytes = (...values: number[]) => Uint8Array.from(values);

const edits = (document: string, ...updates: Uint8Array[]): LogAppend => ({
  document,
  rows: updates.map((update) => ({ update, seat: 'alice', kind: 'edit', at: 5000 })),
  claims: [],
});

/** More than any page that is left over in a store. */
const large = (document: string) => edits(document, new Uint8Array(2_000_000).fill(1));

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

const sequencesOf = (rows: readonly { readonly seq: number }[]) => rows.map(({ seq }) => seq);

const reasonOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'rejected' ? outcome.reason : 'fulfilled';

/** An empty text and then a, b and c typed into it; returns the state behind each of the four rows. */
async function writeThreeEdits(log: UpdateLog): Promise<readonly Uint8Array[]> {
  const doc = new Y.Doc();
  const states: Uint8Array[] = [];
  await log.create(PAGE, Y.encodeStateAsUpdate(doc), 1000);
  states.push(Y.encodeStateAsUpdateV2(doc));
  for (const letter of 'abc') {
    const before = Y.encodeStateVector(doc);
    doc.getText('text').insert(doc.getText('text').length, letter);
    await log.append([edits(PAGE, Y.encodeStateAsUpdate(doc, before))]);
    states.push(Y.encodeStateAsUpdateV2(doc));
  }
  return states;
}

const packed = (states: readonly Uint8Array[], seq: number): Promise<EncodedSnapshot> =>
  packSnapshot(stateAt(states, seq));

function stateAt(states: readonly Uint8Array[], seq: number): Uint8Array {
  const state = states[seq - 1];
  if (state === undefined) throw new Error(`There is no state at ${seq}`);
  return state;
}

function textOf(stored: Awaited<ReturnType<UpdateLog['load']>>): string | null {
  if (stored === null) return null;
  const doc = new Y.Doc();
  if (stored.snapshot !== null) Y.applyUpdateV2(doc, stored.snapshot.stateV2);
  for (const row of stored.tail) Y.applyUpdate(doc, row.update);
  return doc.getText('text').toJSON();
}
