import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import type { EncodedSnapshot } from '#server/storage/snapshot-codec.ts';
import type { LogAppend, LogRow, StoredDocument, UpdateLog } from '#server/storage/update-log.ts';

interface Stored {
  readonly rows: LogRow[];
  readonly owners: Map<number, string>;
  snapshot: { readonly seq: number; readonly stateV2: Uint8Array } | null;
}

/**
 * A log whose disk is a map, for tests that decide when a commit happens and whether. It keeps every promise of `UpdateLog` except that
 * of surviving the process; that one is tested against SQLite.
 */
export class MemoryLog implements UpdateLog {
  readonly documents = new Map<string, Stored>();
  epoch = 1;
  /** Appends asked for so far, whatever came of them. */
  appends = 0;
  loads = 0;
  /** Called before every append and load takes effect; a rejection is a disk that fails. */
  beforeAppend: () => Promise<void> = () => Promise.resolve();
  beforeLoad: () => Promise<void> = () => Promise.resolve();

  create(document: string, firstUpdate: Uint8Array, at: number): Promise<void> {
    if (!this.documents.has(document)) {
      const first: LogRow = { seq: 1, update: firstUpdate, seat: 'server', kind: 'server', at };
      this.documents.set(document, { rows: [first], owners: new Map(), snapshot: null });
    }
    return Promise.resolve();
  }

  async append(batch: readonly LogAppend[]): Promise<ReadonlyMap<string, number>> {
    this.appends += 1;
    await this.beforeAppend();
    for (const { document, claims } of batch) this.#check(document, claims);
    const seqs = new Map<string, number>();
    for (const { document, rows, claims } of batch) {
      const stored = this.#stored(document);
      for (const row of rows) stored.rows.push({ ...row, seq: stored.rows.length + 1 });
      for (const { client, seat } of claims) stored.owners.set(client, seat);
      seqs.set(document, stored.rows.length);
    }
    return seqs;
  }

  async load(document: string): Promise<StoredDocument | null> {
    this.loads += 1;
    await this.beforeLoad();
    const stored = this.documents.get(document);
    if (stored === undefined) return null;
    const { snapshot } = stored;
    return { epoch: this.epoch, snapshot, tail: stored.rows.filter(({ seq }) => seq > (snapshot?.seq ?? 0)) };
  }

  since(document: string, seq: number, limit: number): Promise<readonly LogRow[]> {
    return Promise.resolve(this.#stored(document).rows.slice(seq, seq + limit));
  }

  heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const known = documents.filter((document) => this.documents.has(document));
    return Promise.resolve(new Map(known.map((document) => [document, this.#stored(document).rows.length])));
  }

  saveSnapshot(document: string, seq: number, { state }: EncodedSnapshot): Promise<void> {
    this.#stored(document).snapshot = { seq, stateV2: new Uint8Array(gunzipSync(state)) };
    return Promise.resolve();
  }

  owners(document: string): Promise<ReadonlyMap<number, string>> {
    return Promise.resolve(new Map(this.documents.get(document)?.owners));
  }

  /** What a server that started now would have: every row replayed. */
  replay(document: string): Y.Doc {
    const doc = new Y.Doc();
    for (const { update } of this.#stored(document).rows) Y.applyUpdate(doc, update);
    return doc;
  }

  #check(document: string, claims: LogAppend['claims']): void {
    const { owners } = this.#stored(document);
    for (const { client, seat } of claims)
      if ((owners.get(client) ?? seat) !== seat) throw new Error(`client ${client} is somebody else's`);
  }

  #stored(document: string): Stored {
    const stored = this.documents.get(document);
    if (stored === undefined) throw new Error(`no document ${document}`);
    return stored;
  }
}

/** A commit that waits for the test: `opened` resolves all that wait and all that come. */
export function gate(): { readonly passes: () => Promise<void>; readonly open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { passes: () => opened, open: () => open() };
}
