import type { EncodedSnapshot } from './snapshot-codec.ts';

/**
 * The log of page documents: append-only, one row per update, a dense sequence per document. What is in here is what *saved*
 * means; memory is a cache of it.
 */
export interface UpdateLog {
  /**
   * Creates the document with its first update. Does nothing when it exists, so that two servers may both try.
   * The first update is the only way content enters a page other than by an edit.
   */
  create(document: string, firstUpdate: Uint8Array, at: number): Promise<void>;

  /**
   * Appends rows of any number of documents in one durable commit and returns each document's last sequence. All or
   * nothing: when it rejects, none of the rows is in the log. Rejects too when a document is unknown or a client id belongs
   * to another seat; appends that are committed along with it are not touched by that. Appends are committed in the order
   * they are asked for, and one that fails does not stop the next: who builds on an append waits for it. Every rejection
   * is a `StorageError`; only when the database cannot be reached to ask may the rows be in the log all the same.
   */
  append(batch: readonly LogAppend[]): Promise<ReadonlyMap<string, number>>;

  /** Newest valid snapshot and the rows after it; `null` when the document does not exist. */
  load(document: string): Promise<StoredDocument | null>;

  /** The rows after `seq`, oldest first, at most `limit`. */
  since(document: string, seq: number, limit: number): Promise<readonly LogRow[]>;

  /** How far the logs of these documents go: the last sequence of each one that exists. Cheap: asked every few seconds of all pages in use. */
  heads(documents: readonly string[]): Promise<ReadonlyMap<string, number>>;

  /**
   * Keeps the state at `seq`, made by `snapshot-codec` of exactly the rows up to it, so that loading need not replay what
   * came before. The log itself stays; of the older states enough are kept for time travel. Rejects a state that is ahead of the log.
   */
  saveSnapshot(document: string, seq: number, snapshot: EncodedSnapshot, at: number): Promise<void>;

  /** Client ids and the seat each belongs to; a client id never changes hands. */
  owners(document: string): Promise<ReadonlyMap<number, string>>;
}

export interface LogAppend {
  readonly document: string;
  readonly rows: readonly NewLogRow[];
  /** Client ids that write for the first time in this batch. */
  readonly claims: readonly { readonly client: number; readonly seat: string }[];
}

export interface NewLogRow {
  /** Update in Yjs V1 encoding. */
  readonly update: Uint8Array;
  /** The seat it came from, or `'server'`. */
  readonly seat: string;
  readonly kind: 'edit' | 'revert' | 'server';
  /** Commit time by the server's clock, ms. */
  readonly at: number;
}

export interface LogRow extends NewLogRow {
  readonly seq: number;
}

export interface StoredDocument {
  readonly epoch: number;
  readonly snapshot: { readonly seq: number; readonly stateV2: Uint8Array } | null;
  readonly tail: readonly LogRow[];
}
