/** What main thread and worker say to each other. Both are ours, so nothing here is checked at run time. */

export type SqlValue = null | number | bigint | string | Uint8Array;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlStatement {
  readonly sql: string;
  readonly params: readonly SqlValue[];
  /** Fails its unit with the code `otherwise` unless the statement touches exactly one row. */
  readonly oneRow?: { readonly otherwise: string };
}

export interface StatementResult {
  readonly rows: readonly SqlRow[];
  /** Rows written. For a statement that returns rows: how many it returned. */
  readonly changes: number;
}

/** Statements that belong together: all of them are done or none. */
export type SqlUnit = readonly SqlStatement[];

/**
 * Rows for the log, flat and without SQL: of all that goes to the worker this is the most, and each object and string on the way costs the
 * event loop more than the row does.
 */
export interface LogUnit {
  /** One behind the other: client id, seat. */
  readonly claims: readonly (number | string)[];
  /** One behind the other: time, seat, kind, update. */
  readonly rows: readonly (number | string | Uint8Array)[];
  readonly document: string;
}

export type SqliteRequest =
  | { readonly kind: 'run'; readonly statement: SqlStatement }
  /** One transaction. A unit that breaks a rule is left out of it; a disk that fails takes all units down. */
  | { readonly kind: 'transact'; readonly units: readonly SqlUnit[] }
  /** As `transact`; of each unit only what its documents' last sequences are comes back. */
  | { readonly kind: 'append'; readonly units: readonly (readonly LogUnit[])[] }
  /** Does nothing when SQLite has already rolled back by itself, which it does when the disk is full. */
  | { readonly kind: 'rollback' }
  | { readonly kind: 'close' };

export interface SqliteFault {
  /** SQLite's name of the result code (`SQLITE_FULL`), `otherwise` of the broken expectation, or `UNKNOWN`. */
  readonly code: string;
  readonly message: string;
}

export type UnitOutcome =
  | { readonly ok: true; readonly results: readonly StatementResult[] }
  | { readonly ok: false; readonly fault: SqliteFault };

export interface SqliteMessage {
  readonly id: number;
  readonly request: SqliteRequest;
}

/** One outcome per unit; a single one for what is not a transaction. */
export interface SqliteReply {
  readonly id: number;
  readonly outcomes: readonly UnitOutcome[];
}

export interface SqliteWorkerData {
  readonly path: string;
}
