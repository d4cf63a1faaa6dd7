import { randomBytes } from 'node:crypto';
import { copyFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { silentLogger } from '#server/logger.ts';
import { openStorage, SQLITE_FILE_NAME } from '#server/storage/open-storage.ts';
import type { Storage } from '#server/storage/storage.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { runs } from '../../support/sync-runs.ts';
import { addNote } from '../../support/sync-stock-client.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

const open = (dataDirectory: string): Promise<Storage> =>
  openStorage({ dataDirectory }, { logger: silentLogger, random: randomBytes });

/**
 * What a machine finds that loses its power: of a write that was under way any part may have reached the disk, of one that was
 * acknowledged (with `synchronous=FULL`) all of it. The disk is modelled by cutting the write-ahead log between two acknowledgements.
 */
test('wherever a write is torn, all that was acknowledged before it is there, and nothing half', async () => {
  const directory = await temporaryDirectory();
  const storage = await open(directory);
  onTestFinished(() => storage.close());
  const doc = new Y.Doc();
  await storage.updateLog.create(DOCUMENT, Y.encodeStateAsUpdate(doc), 0);
  const database = join(directory, SQLITE_FILE_NAME);
  const sizeOfLog = async (): Promise<number> => (await stat(`${database}-wal`)).size;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  /** How long the log on disk was when the row of this index was acknowledged. */
  const acknowledgedAt: number[] = [await sizeOfLog()];
  for (let n = 0; n < 12; n += 1) {
    addNote(doc, `n${n}`, 'alice', 'fiber '.repeat(n * 60));
    const update = updates.splice(0)[0] ?? new Uint8Array();
    const row = { update, seat: 'alice', kind: 'edit', at: n } as const;
    await storage.updateLog.append([{ document: DOCUMENT, rows: [row], claims: [] }]);
    acknowledgedAt.push(await sizeOfLog());
  }
  const wal = await readFile(`${database}-wal`);

  for (let round = 0; round < 3 * runs(1).numRuns; round += 1) {
    for (const [acknowledged, size] of acknowledgedAt.entries()) {
      const next = acknowledgedAt[acknowledged + 1] ?? size;
      const torn = size + Math.floor(Math.random() * (next - size));
      const found = await temporaryDirectory();
      await copyFile(database, join(found, SQLITE_FILE_NAME));
      // Beyond the tear there is what the disk held before: anything.
      const rest = round % 2 === 0 ? Buffer.alloc(0) : randomBytes(500);
      await writeFile(join(found, `${SQLITE_FILE_NAME}-wal`), Buffer.concat([wal.subarray(0, torn), rest]));
      const after = await open(found);
      const rows = await after.updateLog.since(DOCUMENT, 0, 100);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_row, index) => index + 1));
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged + 1);
      expect(rows.length).toBeLessThanOrEqual(acknowledged + 2);
      const recovered = new Y.Doc();
      for (const { update } of rows) Y.applyUpdate(recovered, update);
      expect(recovered.store.pendingStructs).toBeNull();
      await after.close();
    }
  }
}, 120_000);
