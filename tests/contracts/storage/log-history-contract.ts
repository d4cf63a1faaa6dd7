import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { silentLogger, type LogData, type Logger } from '#server/logger.ts';
import type { LogHistory } from '#server/storage/log-history.ts';
import { packSnapshot } from '#server/storage/snapshot-codec.ts';
import type { LogRow, NewLogRow } from '#server/storage/update-log.ts';
import type { MakeHarness } from './storage-harness.ts';
import { storeForEachTest } from './with-harness.ts';

const PAGE = 'w1/page/inventory';

export function logHistoryContract(makeHarness: MakeHarness): void {
  describe('the history of a log', () => {
    const store = storeForEachTest(makeHarness);
    const log = () => store().storage.updateLog;
    const history = () => store().storage.history;
    const outsideSegments = () => store().harness.rowsOutsideSegments(PAGE);

    /** A log of so many rows, the first of them the document's creation. Row n was committed at 1000 n. */
    async function write(count: number, first = 1): Promise<readonly LogRow[]> {
      if (first === 1) await log().create(PAGE, rowAt(1).update, rowAt(1).at);
      const rows = Array.from({ length: count }, (_, index) => rowAt(first + index));
      for (let start = first === 1 ? 1 : 0; start < count; start += 1_000)
        await log().append([
          { document: PAGE, rows: rows.slice(start, start + 1_000).map(unnumbered), claims: [] },
        ]);
      return rows;
    }

    async function keep(...seqs: readonly number[]): Promise<void> {
      for (const seq of seqs)
        await log().saveSnapshot(PAGE, seq, await packSnapshot(stateOf(seq)), 1_000 * seq);
      await history().pack(PAGE);
    }

    test('knows nothing of a document that was never created', async () => {
      expect(await history().span(PAGE)).toBeNull();
      expect(await history().seqAt(PAGE, 1_000)).toBe(0);
      expect(await history().keyframe(PAGE, 1)).toBeNull();
      expect(await collected(history().rowsBetween(PAGE, 0, 10))).toEqual([]);
      expect(await history().pack(PAGE)).toBe(0);
    });

    test('packs what is behind the snapshot before the newest, a thousand rows at a time', async () => {
      const rows = await write(4_500);

      await keep(3_400);
      expect(await outsideSegments()).toBe(4_500);

      await keep(4_400);
      expect(await outsideSegments()).toBe(1_500);
      expect(await collected(history().rowsBetween(PAGE, 0, 4_500))).toEqual(rows);

      await keep(4_500);
      expect(await outsideSegments()).toBe(500);
      expect(await collected(history().rowsBetween(PAGE, 0, 4_500))).toEqual(rows);
    });

    test('reads as one, wherever it is cut', async () => {
      const rows = await write(3_300);
      await keep(2_200, 3_200);

      expect(await log().since(PAGE, 0, 10_000)).toEqual(rows);
      for (const after of [0, 1, 999, 1_000, 1_001, 1_999, 2_000, 2_001, 3_299, 3_300]) {
        expect(await log().since(PAGE, after, 3)).toEqual(rows.slice(after, after + 3));
        expect(await collected(history().rowsBetween(PAGE, after, after + 1_200))).toEqual(
          rows.slice(after, after + 1_200),
        );
      }
    });

    test('reads in pieces that do not grow with the log', async () => {
      await write(3_300);
      await keep(2_200, 3_200);

      for await (const piece of history().rowsBetween(PAGE, 0, 3_300))
        expect(piece.length).toBeLessThanOrEqual(1_000);
    });

    test('goes on numbering where it was, and packs what comes later', async () => {
      const rows = await write(2_100);
      await keep(2_050, 2_100);
      const later = await write(2_000, 2_101);
      await keep(4_050, 4_100);

      expect(await outsideSegments()).toBe(100);
      expect(await collected(history().rowsBetween(PAGE, 0, 4_100))).toEqual([...rows, ...later]);
    });

    test('ends a segment sooner when its rows are large', async () => {
      await log().create(PAGE, new Uint8Array(), 1_000);
      const large = (fill: number): NewLogRow => ({
        ...rowAt(fill),
        update: new Uint8Array(600_000).fill(fill),
      });
      await log().append([{ document: PAGE, rows: [2, 3, 4, 5, 6, 7].map(large), claims: [] }]);

      await keep(6, 7);

      // 1 to 3 and 4 to 5; 6 waits for company.
      expect(await outsideSegments()).toBe(2);
      const read = await collected(history().rowsBetween(PAGE, 0, 7));
      expect(read.map((row) => [row.seq, row.update.byteLength, row.update[0]])).toEqual([
        [1, 0, undefined],
        ...[2, 3, 4, 5, 6, 7].map((fill) => [fill, 600_000, fill]),
      ]);
    });

    test('loads across segments when every snapshot is damaged', async () => {
      const rows = await write(2_600);
      await keep(2_300, 2_500);
      await store().harness.damageSnapshot(PAGE, 2_300);
      await store().harness.damageSnapshot(PAGE, 2_500);

      const stored = await log().load(PAGE);

      expect(stored?.snapshot).toBeNull();
      expect(stored?.tail).toEqual(rows);
    });

    test('is packed once by two servers that do it at the same time, while others write and read', async () => {
      const rows = await write(6_000);
      const second = (await store().open()).history;
      const snapshot = await packSnapshot(stateOf(5_900));
      await keep(5_800);
      // Behind the back of both, so that neither has begun yet.
      await store().harness.addSnapshot(PAGE, 5_900, snapshot);

      const [first, other, read, later] = await Promise.all([
        history().pack(PAGE),
        second.pack(PAGE),
        collected(second.rowsBetween(PAGE, 0, 6_000)),
        write(300, 6_001),
      ]);

      expect(first + other).toBe(5_000);
      expect(read).toEqual(rows);
      expect(await outsideSegments()).toBe(1_300);
      expect(await collected(history().rowsBetween(PAGE, 0, Infinity))).toEqual([...rows, ...later]);
    });

    test('loses nothing when there is no room for a segment', async () => {
      const rows = await write(2_300);
      await log().saveSnapshot(PAGE, 2_100, await packSnapshot(stateOf(1)), 1);
      await store().harness.addSnapshot(PAGE, 2_200, await packSnapshot(stateOf(1)));
      await store().harness.fillDisk();

      // SQLite may find it in the place of the rows it takes out.
      await Promise.allSettled([history().pack(PAGE)]);

      expect(await collected(history().rowsBetween(PAGE, 0, 2_300))).toEqual(rows);
      await store().harness.makeRoom();
      await history().pack(PAGE);
      expect(await outsideSegments()).toBe(300);
      expect(await collected(history().rowsBetween(PAGE, 0, 2_300))).toEqual(rows);
    });

    test('refuses to read a damaged segment rather than leave it out; what does not need it is not touched', async () => {
      const rows = await write(3_300);
      await keep(2_200, 3_200);
      await store().harness.damageSegment(PAGE, 1_001);

      await expect(collected(history().rowsBetween(PAGE, 500, 1_500))).rejects.toMatchObject({
        kind: 'failed',
      });
      expect(await collected(history().rowsBetween(PAGE, 0, 1_000))).toEqual(rows.slice(0, 1_000));
      expect(await collected(history().rowsBetween(PAGE, 2_000, 3_300))).toEqual(rows.slice(2_000));
      expect((await log().load(PAGE))?.snapshot?.seq).toBe(3_200);
    });

    test('tells how far it reaches, and which row was the last at a time', async () => {
      await write(2_500);
      const before = await history().span(PAGE);
      await keep(2_300, 2_400);

      expect(before).toEqual({ seq: 2_500, firstAt: 1_000, lastAt: 2_500_000 });
      expect(await history().span(PAGE)).toEqual(before);
      const asked = [0, 999, 1_000, 1_001, 1_000_000, 1_000_999, 1_001_000, 2_000_500, 2_500_000, Infinity];
      expect(await Promise.all(asked.map((at) => history().seqAt(PAGE, at)))).toEqual([
        0, 0, 1, 1, 1_000, 1_000, 1_001, 2_000, 2_500, 2_500,
      ]);
    });

    test('keeps one snapshot per some two thousand rows, and gives the one before a row', async () => {
      await write(9_000);
      await keep(1_900, 3_800, 3_900, 5_700, 7_600, 7_700, 8_900);

      const found = await Promise.all(
        [1_899, 1_900, 5_000, 5_699, 6_000, 7_650, 9_000].map((seq) => history().keyframe(PAGE, seq)),
      );

      expect(found.map((keyframe) => keyframe?.seq ?? 0)).toEqual([
        0, 1_900, 3_900, 3_900, 5_700, 5_700, 8_900,
      ]);
      expect(found[1]?.stateV2).toEqual(stateOf(1_900));
    });

    test('passes over a damaged keyframe, and says so', async () => {
      await write(6_000);
      await keep(1_900, 3_800, 5_700, 5_900);
      await store().harness.damageSnapshot(PAGE, 3_800);
      const { logger, errors } = listening();

      const reopened = (await store().reopen(logger)).history;

      expect((await reopened.keyframe(PAGE, 4_000))?.seq).toBe(1_900);
      expect(errors).toEqual([['storage.snapshot-damaged', { document: PAGE, seq: 3_800 }]]);
    });

    test('has everything after a restart in the middle of packing', async () => {
      const rows = await write(3_000);
      await log().saveSnapshot(PAGE, 2_800, await packSnapshot(stateOf(1)), 1);
      await log().saveSnapshot(PAGE, 2_900, await packSnapshot(stateOf(1)), 1);

      const reopened = await store().reopen();

      expect(await collected(reopened.history.rowsBetween(PAGE, 0, 3_000))).toEqual(rows);
    });
  });
}

/** Rows of every kind and several seats, none of them like another. */
const rowAt = (seq: number): LogRow => ({
  seq,
  at: 1_000 * seq,
  seat: seq === 1 ? 'server' : (['alice', 'bob', 'carol'][seq % 3] ?? ''),
  kind: seq === 1 ? 'server' : seq % 50 === 0 ? 'revert' : 'edit',
  update: new Uint8Array(Buffer.from(`row ${seq}`)),
});

const unnumbered = ({ at, seat, kind, update }: LogRow): NewLogRow => ({ at, seat, kind, update });

function stateOf(seq: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getMap('state').set('seq', seq);
  return Y.encodeStateAsUpdateV2(doc);
}

async function collected(pieces: ReturnType<LogHistory['rowsBetween']>): Promise<readonly LogRow[]> {
  const rows: LogRow[] = [];
  for await (const piece of pieces) rows.push(...piece);
  return rows;
}

function listening(): { readonly logger: Logger; readonly errors: (readonly [string, LogData?])[] } {
  const errors: (readonly [string, LogData?])[] = [];
  const error = (event: string, data?: LogData) =>
    void errors.push(data === undefined ? [event] : [event, data]);
  return { logger: { ...silentLogger, error }, errors };
}
