import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A browser that has not opened its database by then (some hang for ever) must not keep people from their page. */
const OPEN_TIMEOUT_MS = 2_000;

const UNSAVED = 'unsaved:';

/**
 * The copy of one page that outlives a reload: every update, and the names of the changes that the server has not acknowledged. The
 * names are kept per visit (one document client id is one visit), so that two tabs do not overwrite each other's.
 */
export class LocalCopy {
  readonly #persistence: IndexeddbPersistence;
  readonly #visit: string;
  /** Keys of earlier visits' lists; they are done with at our first acknowledgement. */
  readonly #earlier: readonly string[];
  #written = '[]';
  #trustworthy = true;

  /** What earlier visits left unsaved. */
  readonly unsaved: readonly string[];

  private constructor(persistence: IndexeddbPersistence, visit: string, lists: readonly idb.KeyValuePair[]) {
    this.#persistence = persistence;
    this.#visit = visit;
    this.#earlier = lists.map(({ k }) => String(k));
    this.unsaved = lists.flatMap(({ v }) => parseNames(v));
  }

  /** Loads the copy into the document; `null` where the browser keeps nothing (a private window, storage forbidden or full). */
  static async open(name: string, doc: Y.Doc): Promise<LocalCopy | null> {
    if (!(await canKeep())) return null;
    const persistence = new IndexeddbPersistence(name, doc);
    const loaded = await before(persistence.whenSynced, OPEN_TIMEOUT_MS);
    if (loaded === null) {
      void persistence.destroy();
      return null;
    }
    return new LocalCopy(persistence, `${UNSAVED}${String(doc.clientID)}`, await readLists(persistence));
  }

  /** Whether edits still reach the disk: false after a write failed, as on a full disk. */
  get trustworthy(): boolean {
    return this.#trustworthy;
  }

  /** Writes down what only this device has. Cheap to call often: the disk is touched when the list changes. */
  async remember(names: readonly string[]): Promise<void> {
    const list = JSON.stringify(names);
    if (list === this.#written) return;
    this.#written = list;
    try {
      await this.#persistence.set(this.#visit, list);
    } catch {
      this.#trustworthy = false;
    }
  }

  /** The server has everything: nobody is to be told again of what earlier visits left. */
  async forgetEarlierVisits(): Promise<void> {
    for (const key of this.#earlier) await this.#persistence.del(key).catch(() => undefined);
  }

  /** Deletes the copy from the device. */
  async erase(): Promise<void> {
    await this.#persistence.clearData();
  }

  async close(): Promise<void> {
    await this.#persistence.destroy();
  }
}

async function readLists(persistence: IndexeddbPersistence): Promise<readonly idb.KeyValuePair[]> {
  if (persistence.db === null) return [];
  const [custom] = idb.transact(persistence.db, ['custom'], 'readonly');
  if (custom === undefined) return [];
  const pairs = await idb.getAllKeysValues(custom);
  return pairs.filter(({ k }) => String(k).startsWith(UNSAVED));
}

function parseNames(list: unknown): readonly string[] {
  const names: unknown = typeof list === 'string' ? JSON.parse(list) : [];
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** y-indexeddb reports no failure to open, so a database of our own is opened first to find out. */
async function canKeep(): Promise<boolean> {
  try {
    const db = await before(
      idb.openDB('vagval', () => undefined),
      OPEN_TIMEOUT_MS,
    );
    db?.close();
    return db !== null;
  } catch {
    return false;
  }
}

const before = <T>(promise: Promise<T>, ms: number): Promise<T | null> =>
  Promise.race([promise, new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))]);
