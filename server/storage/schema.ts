/** The tables as they are now; `migrations/` says how they came to be. Times are ms since 1970. */
export interface StorageSchema {
  document: DocumentTable;
  document_update: DocumentUpdateTable;
  document_snapshot: DocumentSnapshotTable;
  document_segment: DocumentSegmentTable;
  client_owner: ClientOwnerTable;
  page_file: PageFileTable;
  workshop: WorkshopTable;
  session_event: SessionEventTable;
  seat_secret: SeatSecretTable;
  transfer: TransferTable;
  poll: PollTable;
  poll_receipt: PollReceiptTable;
  superseded_submission: SupersededSubmissionTable;
  ballot_named: BallotNamedTable;
  ballot_secret: BallotSecretTable;
  standing: StandingTable;
}

/** Of the store itself: `restoring` until when, ms, and the `generation` that each restore makes anew. */
export interface StandingTable {
  id: string;
  value: string;
}

export interface DocumentTable {
  id: string;
  /** Goes up when a document is begun anew; replicas of another epoch must not merge into it. */
  epoch: number;
  /** The newest row's sequence. */
  seq: number;
}

export interface DocumentUpdateTable {
  document: string;
  /** 1, 2, 3 … without a hole, in the order of commits. */
  seq: number;
  at: number;
  seat: string;
  kind: 'edit' | 'revert' | 'server';
  data: Uint8Array;
}

export interface DocumentSnapshotTable {
  document: string;
  seq: number;
  at: number;
  /** Hex, of the state before compression. */
  sha256: string;
  /** Yjs V2 state, gzipped. */
  state: Uint8Array;
}

/** Rows that were taken out of `document_update` together; every row of the log is in one of the two tables. */
export interface DocumentSegmentTable {
  document: string;
  from_seq: number;
  to_seq: number;
  /** The earliest and the latest time among its rows. */
  from_at: number;
  to_at: number;
  /** Hex, of the rows before compression. */
  sha256: string;
  /** Brotli; see `segment-codec`. */
  data: Uint8Array;
}

export interface ClientOwnerTable {
  document: string;
  client: number;
  seat: string;
}

export interface PageFileTable {
  document: string;
  /** SHA-256 of the data, hex. */
  hash: string;
  type: string;
  bytes: number;
  at: number;
  data: Uint8Array;
}

export interface WorkshopTable {
  id: string;
  code: string;
  review_secret: string;
  leader_secret: string;
  created_at: number;
  /** The newest event's sequence. */
  event_seq: number;
}

export interface SessionEventTable {
  workshop: string;
  seq: number;
  at: number;
  by_seat: string | null;
  type: string;
  /** The happening without its type, as JSON. */
  data: string;
}

export interface SeatSecretTable {
  workshop: string;
  seat: string;
  secret_hash: string;
}

export interface TransferTable {
  token_hash: string;
  workshop: string;
  seat: string;
  expires_at: number;
}

export interface PollTable {
  id: string;
  workshop: string;
  status: 'open' | 'closed' | 'annulled';
}

/** That somebody has voted, and by which submission; not what. */
export interface PollReceiptTable {
  poll: string;
  voter: string;
  submission_id: string;
}

/** Submissions of a named ballot that a later one replaced: such a one arriving late once more must not win. */
export interface SupersededSubmissionTable {
  poll: string;
  voter: string;
  submission_id: string;
}

export interface BallotNamedTable {
  poll: string;
  voter: string;
  /** The ballot as JSON. */
  value: string;
}

/** No column here may say who or when, nor in which order. */
export interface BallotSecretTable {
  poll: string;
  /** 128 random bits, hex. */
  ballot_id: string;
  value: string;
}
