import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { SqliteDatabase, SqliteSession } from './sqlite-database.ts';
import type { SqlValue } from './sqlite-protocol.ts';

/** Lets Kysely speak over the worker. A connection it acquires is the database's turn, so transactions never interleave. */
export function sqliteKyselyDialect(database: SqliteDatabase): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WorkerDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class WorkerDriver implements Driver {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<WorkerConnection> {
    return new WorkerConnection(await this.#database.acquire());
  }

  async beginTransaction(connection: WorkerConnection): Promise<void> {
    // Takes the write lock at once: a transaction that reads first and then writes cannot be refused half-way.
    await connection.session.run({ sql: 'BEGIN IMMEDIATE', params: [] });
  }

  async commitTransaction(connection: WorkerConnection): Promise<void> {
    await connection.session.run({ sql: 'COMMIT', params: [] });
  }

  async rollbackTransaction(connection: WorkerConnection): Promise<void> {
    await connection.session.rollback();
  }

  releaseConnection(connection: WorkerConnection): Promise<void> {
    connection.session.release();
    return Promise.resolve();
  }

  /** The database belongs to whoever opened it, who also closes it. */
  async destroy(): Promise<void> {}
}

class WorkerConnection implements DatabaseConnection {
  readonly session: SqliteSession;

  constructor(session: SqliteSession) {
    this.session = session;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.session.run({ sql, params: parameters.map(toSqlValue) });
    return { rows: rows as unknown as R[], numAffectedRows: BigInt(changes) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Streaming is not supported: ask for pages of rows instead');
  }
}

function toSqlValue(value: unknown): SqlValue {
  if (value === null || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') {
    return value;
  }
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot store a ${typeof value}`);
}
