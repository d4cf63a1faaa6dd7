import { afterEach, beforeEach } from 'vitest';
import type { Logger } from '#server/logger.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { MakeHarness, StorageHarness } from './storage-harness.ts';

/** The store of the test that is running. */
export interface StoreUnderTest {
  readonly harness: StorageHarness;
  readonly storage: Storage;
  /** Opens the store once more, beside what is open. */
  open(logger?: Logger): Promise<Storage>;
  /** Closes the store and opens it again, as a restart of the server does. */
  reopen(logger?: Logger): Promise<Storage>;
}

/** A new, empty, opened store for every test of the suite; what a test leaves open is closed after it. */
export function storeForEachTest(makeHarness: MakeHarness): () => StoreUnderTest {
  let current: StoreUnderTest | null = null;
  let opened: Storage[] = [];

  beforeEach(async () => {
    const harness = await makeHarness();
    const open = async (logger?: Logger) => {
      const storage = await harness.open(logger);
      opened.push(storage);
      return storage;
    };
    const storage = await open();
    const reopen = async (logger?: Logger) => {
      await storage.close();
      return open(logger);
    };
    current = { harness, storage, open, reopen };
  });

  afterEach(async () => {
    await Promise.all(opened.map((storage) => storage.close()));
    opened = [];
    current = null;
  });

  return () => {
    if (current === null) throw new Error('There is a store only while a test runs');
    return current;
  };
}
