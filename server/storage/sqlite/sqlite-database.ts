import { must } from '#shared/kernel/assert.ts';
import { Mutex, type Release } from '../mutex.ts';
import { StorageError, type StorageErrorKind } from '../storage-error.ts';
import type {
  LogUnit,
  SqliteFault,
  SqliteRequest,
  SqlRow,
  SqlStatement,
  SqlUnit,
  SqlValue,
  StatementResult,
  UnitOutcome,
} from './sqlite-protocol.ts';
import { startSqliteWorker } from './start-worker.ts';
import { WorkerClient } from './worker-client.ts';

/** Opens the database file, making it when it is missing. Rejects when it cannot be opened or is no database. */
export async function openSqlite(path: string): Promise<SqliteDatabase> {
  const database = new SqliteDatabase(new WorkerClient(await startSqliteWorker({ path })));
  try {
    // The file is not read before it is asked something.
    await database.all('SELECT count(*) FROM sqlite_schema');
    return database;
  } catch (error) {
    throw new StorageError('failed', `${path} cannot be opened: ${reasonOf(error)}`, { cause: error });
  }
}

/** Of a worker that did not even start, the reason is what it died of. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return reason instanceof Error ? reason.message : String(reason);
}

/**
 * The one connection to the database file. Everything takes turns on it, so that nothing is read from or slips into a
 * transaction that somebody else has under way.
 */
export class SqliteDatabase {
  readonly #client: WorkerClient;
  readonly #turn = new Mutex();
  #closing: Promise<void> | null = null;

  constructor(client: WorkerClient) {
    this.#client = client;
  }

  /** One statement, by itself a transaction. */
  async all(sql: string, params: readonly SqlValue[] = []): Promise<readonly SqlRow[]> {
    const { rows } = await this.exclusive((session) => session.run({ sql, params }));
    return rows;
  }

  /** All statements in one transaction, or none of them: it rejects with what stopped the first one that failed. */
  async atomic(statements: SqlUnit): Promise<readonly StatementResult[]> {
    return resultsOf(await this.transact([statements]));
  }

  /**
   * One transaction of several units, each all or nothing by itself: a unit that breaks a rule fails alone. When the
   * transaction as a whole cannot be committed, every unit fails.
   */
  transact(units: readonly SqlUnit[]): Promise<readonly UnitOutcome[]> {
    return this.#turn.run(() => this.#client.ask({ kind: 'transact', units }));
  }

  /** Rows for the log, as `transact` would add them. */
  append(units: readonly (readonly LogUnit[])[]): Promise<readonly UnitOutcome[]> {
    return this.#turn.run(() => this.#client.ask({ kind: 'append', units }));
  }

  /** The connection for oneself, for a transaction that decides between its statements. */
  async exclusive<T>(work: (session: SqliteSession) => Promise<T>): Promise<T> {
    const session = await this.acquire();
    try {
      return await work(session);
    } finally {
      session.release();
    }
  }

  /** As `exclusive`, for callers with a begin and an end of their own. Without `release` everyone else waits for ever. */
  async acquire(): Promise<SqliteSession> {
    return new SqliteSession(this.#client, await this.#turn.acquire());
  }

  /** After what is under way. Closing twice is closing once. */
  close(): Promise<void> {
    this.#closing ??= this.#turn.run(async () => {
      resultsOf(await this.#client.ask({ kind: 'close' }));
    });
    return this.#closing;
  }
}

export class SqliteSession {
  readonly #client: WorkerClient;
  readonly release: Release;

  constructor(client: WorkerClient, release: Release) {
    this.#client = client;
    this.release = release;
  }

  async run(statement: SqlStatement): Promise<StatementResult> {
    const [result] = await this.#ask({ kind: 'run', statement });
    return must(result, 'result of a statement');
  }

  /** Harmless when there is no transaction (any more). */
  async rollback(): Promise<void> {
    await this.#ask({ kind: 'rollback' });
  }

  async #ask(request: SqliteRequest): Promise<readonly StatementResult[]> {
    return resultsOf(await this.#client.ask(request));
  }
}

/** The fault as the error the rest of the server knows. */
export function storageErrorOf(fault: SqliteFault): StorageError {
  return new StorageError(kindOf(fault.code), `${fault.code}: ${fault.message}`);
}

function kindOf(code: string): StorageErrorKind {
  switch (code) {
    case 'SQLITE_FULL':
      return 'full';
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return 'busy';
    case 'SQLITE_CONSTRAINT':
      return 'conflict';
    case 'unknown-document':
    case 'client-id-taken':
      return code;
    default:
      return 'failed';
  }
}

function resultsOf(outcomes: readonly UnitOutcome[]): readonly StatementResult[] {
  const [outcome] = outcomes;
  if (outcome === undefined) throw new StorageError('failed', 'The database worker answered nothing');
  if (!outcome.ok) throw storageErrorOf(outcome.fault);
  return outcome.results;
}
