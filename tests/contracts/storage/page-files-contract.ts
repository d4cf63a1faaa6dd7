import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Storage } from '#server/storage/storage.ts';
import type { PageFile } from '#server/storage/page-files.ts';
import type { StorageHarness } from './storage-harness.ts';

const PAGE = 'w/page/inventory';
const OTHER = 'w/page/choices';

const fileOf = (text: string): PageFile => {
  const data = Buffer.from(text);
  return { hash: createHash('sha256').update(data).digest('hex'), type: 'image/webp', data };
};

/** Files beside a page. */
export function pageFilesContract(makeHarness: () => Promise<StorageHarness>): void {
  const opened = async (): Promise<Storage> => {
    const storage = await (await makeHarness()).open();
    onTestFinished(() => storage.close());
    return storage;
  };

  describe('files of a page', () => {
    test('come back as they were kept, on their own page only', async () => {
      const { files } = await opened();
      const map = fileOf('a map');
      await files.keep(PAGE, map, 1_000);

      const kept = await files.file(PAGE, map.hash);
      expect(kept?.type).toBe('image/webp');
      expect(Buffer.from(kept?.data ?? []).toString()).toBe('a map');
      expect(await files.file(OTHER, map.hash)).toBeNull();
      expect(await files.file(PAGE, fileOf('another').hash)).toBeNull();
    });

    test('are kept once, also when two put the same there at once', async () => {
      const { files } = await opened();
      const map = fileOf('a map');
      await Promise.all([files.keep(PAGE, map, 1_000), files.keep(PAGE, map, 1_001)]);

      expect(await files.weight(PAGE)).toBe(map.data.length);
    });

    test('weigh what they weigh together', async () => {
      const { files } = await opened();
      expect(await files.weight(PAGE)).toBe(0);
      await files.keep(PAGE, fileOf('four'), 1_000);
      await files.keep(PAGE, fileOf('seven!!'), 1_000);
      await files.keep(OTHER, fileOf('elsewhere'), 1_000);

      expect(await files.weight(PAGE)).toBe(11);
    });

    test('are looked at when the store is checked', async () => {
      const storage = await opened();
      const { files, updateLog } = storage;
      await updateLog.create(PAGE, new Uint8Array([0, 0]), 1_000);
      await files.keep(PAGE, fileOf('whole'), 1_000);
      expect((await storage.check()).faults).toEqual([]);

      await files.keep(PAGE, { ...fileOf('one thing'), data: Buffer.from('another') }, 1_000);
      expect((await storage.check()).faults).toEqual([
        `${PAGE}: the file ${fileOf('one thing').hash} is damaged`,
      ]);
    });
  });
}
