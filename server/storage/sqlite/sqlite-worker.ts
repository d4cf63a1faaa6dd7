import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import type {
  LogUnit,
  SqliteFault,
  SqliteMessage,
  SqliteReply,
  SqliteRequest,
  SqliteWorkerData,
  SqlStatement,
  SqlUnit,
  StatementResult,
  UnitOutcome,
} from './sqlite-protocol.ts';

/*
 * The thread that owns the one handle of the database: SQLite's calls block until the disk has answered, and the event
 * loop must not. No error ends the thread; each goes back as data to whoever asked. Imports nothing of ours at run
 * time, so that it starts alike from source and from the bundle.
 */

interface Prepared {
  readonly statement: StatementSyncInstance;
  /** Asking SQLite each time would cost as much as writing a row. */
  readonly returnsRows: boolean;
}

/** More than the server has different statements; lists of ids of different lengths are what makes the number grow. */
const MOST_CACHED_STATEMENTS = 256;

const port = parentPort;
if (port === null) throw new Error('sqlite-worker runs as a worker thread only');

const database = open(workerData as SqliteWorkerData);
const statements = new Map<string, Prepared>();

port.on('message', ({ id, request }: SqliteMessage) => {
  const reply: SqliteReply = { id, outcomes: answer(request) };
  port.postMessage(reply);
  if (request.kind === 'close') port.close();
});

function open({ path }: SqliteWorkerData): DatabaseSyncInstance {
  const opened = new DatabaseSync(path);
  // First, so that the others wait for a process that is just letting go of the file.
  opened.exec('PRAGMA busy_timeout = 5000');
  opened.exec('PRAGMA journal_mode = WAL');
  // "Saved" is said after commit and has to hold through a power cut; with NORMAL the last commits may be undone by one.
  opened.exec('PRAGMA synchronous = FULL');
  opened.exec('PRAGMA foreign_keys = ON');
  // Four times the default: a checkpoint is the one slow write, and a workshop writes without pause.
  opened.exec('PRAGMA wal_autocheckpoint = 4000');
  // What a page held before its rows moved could tell in which order ballots came.
  opened.exec('PRAGMA secure_delete = ON');
  return opened;
}

function answer(request: SqliteRequest): readonly UnitOutcome[] {
  switch (request.kind) {
    case 'run':
      return [attempt(() => [run(request.statement)])];
    case 'transact':
      return transact(request.units);
    case 'append':
      return transact(request.units.map((unit) => unit.flatMap(statementsOf))).map(withoutEmptyResults);
    case 'rollback':
      return [attempt(rollback)];
    case 'close':
      return [attempt(close)];
  }
}

/** A client id's claim by the seat that has it already is no change and no fault. */
const CLAIM = `INSERT INTO client_owner (document, client, seat) VALUES (?, ?, ?)
  ON CONFLICT (document, client) DO UPDATE SET seat = excluded.seat WHERE seat = excluded.seat`;
/** Writes nothing for an unknown document; `ADVANCE` is what then fails the unit. */
const INSERT = `INSERT INTO document_update (document, seq, at, seat, kind, data)
  SELECT id, seq + ?, ?, ?, ?, ? FROM document WHERE id = ?`;
const ADVANCE = 'UPDATE document SET seq = seq + ? WHERE id = ? RETURNING id, seq';

function statementsOf({ document, claims, rows }: LogUnit): SqlUnit {
  const statements: SqlStatement[] = [];
  for (let at = 0; at < claims.length; at += 2) {
    const [client = 0, seat = ''] = claims.slice(at, at + 2);
    statements.push({
      sql: CLAIM,
      params: [document, client, seat],
      oneRow: { otherwise: 'client-id-taken' },
    });
  }
  const count = rows.length / 4;
  for (let row = 0; row < count; row += 1)
    statements.push({ sql: INSERT, params: [row + 1, ...rows.slice(row * 4, row * 4 + 4), document] });
  // Last, so that the rows above count from where the log stood.
  statements.push({ sql: ADVANCE, params: [count, document], oneRow: { otherwise: 'unknown-document' } });
  return statements;
}

/** Only `ADVANCE` returns rows. */
const withoutEmptyResults = (outcome: UnitOutcome): UnitOutcome =>
  outcome.ok ? { ok: true, results: outcome.results.filter(({ rows }) => rows.length > 0) } : outcome;

function attempt(work: () => readonly StatementResult[]): UnitOutcome {
  try {
    return { ok: true, results: work() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function transact(units: readonly SqlUnit[]): readonly UnitOutcome[] {
  try {
    database.exec('BEGIN IMMEDIATE');
    const outcomes = units.map(runUnit);
    database.exec('COMMIT');
    return outcomes;
  } catch (error) {
    const fault = rolledBackAfter(faultOf(error));
    return units.map(() => ({ ok: false, fault }));
  }
}

/** Throws what concerns the whole transaction. */
function runUnit(unit: SqlUnit): UnitOutcome {
  database.exec('SAVEPOINT unit');
  const outcome = attempt(() => unit.map(run));
  if (!outcome.ok && !concernsTheUnitOnly(outcome.fault)) throw new SqliteFaultError(outcome.fault);
  if (!outcome.ok) database.exec('ROLLBACK TO unit');
  database.exec('RELEASE unit');
  return outcome;
}

function concernsTheUnitOnly({ code }: SqliteFault): boolean {
  return database.isTransaction && (!code.startsWith('SQLITE_') || code === 'SQLITE_CONSTRAINT');
}

function rolledBackAfter(fault: SqliteFault): SqliteFault {
  const outcome = attempt(rollback);
  return outcome.ok ? fault : { ...fault, message: `${fault.message}; then: ${outcome.fault.message}` };
}

function rollback(): readonly StatementResult[] {
  if (database.isTransaction) database.exec('ROLLBACK');
  return [];
}

function close(): readonly StatementResult[] {
  statements.clear();
  database.close();
  return [];
}

function run({ sql, params, oneRow }: SqlStatement): StatementResult {
  const result = execute(prepared(sql), params);
  if (oneRow !== undefined && result.changes !== 1) {
    throw new SqliteFaultError({
      code: oneRow.otherwise,
      message: `${result.changes} rows where one was expected`,
    });
  }
  return result;
}

function execute({ statement, returnsRows }: Prepared, params: SqlStatement['params']): StatementResult {
  if (!returnsRows) return { rows: [], changes: statement.run(...params).changes };
  const rows = statement.all(...params) as StatementResult['rows'];
  return { rows, changes: rows.length };
}

function prepared(sql: string): Prepared {
  const statement = statements.get(sql) ?? prepare(sql);
  // Put back last: the first of the map is the one that was not used for the longest time.
  statements.delete(sql);
  statements.set(sql, statement);
  const [oldest] = statements.keys();
  if (statements.size > MOST_CACHED_STATEMENTS && oldest !== undefined) statements.delete(oldest);
  return statement;
}

function prepare(sql: string): Prepared {
  const statement = database.prepare(sql);
  return { statement, returnsRows: statement.columns().length > 0 };
}

class SqliteFaultError extends Error {
  readonly fault: SqliteFault;

  constructor(fault: SqliteFault) {
    super(fault.message);
    this.fault = fault;
  }
}

function faultOf(error: unknown): SqliteFault {
  if (error instanceof SqliteFaultError) return error.fault;
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) };
  const code = 'sqliteCodeName' in error ? String(error.sqliteCodeName) : 'UNKNOWN';
  return { code, message: error.message };
}
