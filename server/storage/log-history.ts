import type { LogRow } from './update-log.ts';

/** The log read backwards in time: what it was at any moment, however long ago. */
export interface LogHistory {
  /** How far the log reaches; `null` when the document does not exist. */
  span(document: string): Promise<LogSpan | null>;

  /** The sequence of the last row that was committed by then; 0 when the document did not exist yet. */
  seqAt(document: string, at: number): Promise<number>;

  /** The newest valid state kept of row `seq` or one before; `null` when there is none and the log has to be replayed from row 1. */
  keyframe(document: string, seq: number): Promise<Keyframe | null>;

  /** The rows after `after`, up to and including `to`, in pieces that fit in memory whatever the log's length. */
  rowsBetween(document: string, after: number, to: number): AsyncIterable<readonly LogRow[]>;

  /**
   * Compresses rows that loading no longer needs: those behind the snapshot before the newest. Nothing is lost by it but the time
   * it takes to read them. Harmless when several servers do it at once. Returns how many rows it has packed.
   */
  pack(document: string): Promise<number>;
}

export interface LogSpan {
  /** The last row's sequence. */
  readonly seq: number;
  /** When the first and the last row were committed. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Keyframe {
  readonly seq: number;
  /** Yjs V2 encoding. */
  readonly stateV2: Uint8Array;
}
