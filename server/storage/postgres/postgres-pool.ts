import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { Pool, types, type PoolClient } from 'pg';
import type { Logger } from '../../logger.ts';
import { storageErrorOf } from './postgres-error.ts';

/** One document is written by one transaction at a time, so more would only wait at the same locks. */
const MOST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;

const SETTINGS = {
  // "Saved" is said after commit and has to hold through a power cut, whatever the database is set to.
  synchronous_commit: 'on',
  // What is waited for at a lock is read again afterwards; stricter levels would refuse instead.
  default_transaction_isolation: 'read\\ committed',
  // A server that hangs in the middle of a transaction must not keep a document from all others.
  idle_in_transaction_session_timeout: '30s',
};

/** Connections to the database, with errors as `StorageError`. Rejects nothing before the first use. */
export function postgresPool(databaseUrl: string, logger: Logger): PostgresPool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'vagval',
    options: Object.entries(SETTINGS)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced at the next use; unheard, its error would end the process.
  pool.on('error', (error) => {
    logger.warn('storage.connection-lost', { reason: error.message });
  });
  return {
    connect: () => pool.connect().then(withStorageErrors, rethrown),
    end: () => pool.end(),
  };
}

function withStorageErrors(client: PoolClient): PostgresPoolClient {
  // While it is lent, the pool does not listen; the query under way rejects, and that is enough.
  const ignore = () => {};
  client.on('error', ignore);
  const query = (...args: unknown[]) =>
    (client.query as (...args: unknown[]) => Promise<unknown>).apply(client, args).catch(rethrown);
  return {
    query: query as PostgresPoolClient['query'],
    release() {
      client.off('error', ignore);
      client.release();
    },
  };
}

function rethrown(error: unknown): never {
  throw storageErrorOf(error);
}

/** Sequences, times and client ids are far below 2^53: numbers, not the strings that pg makes of 64 bits. */
function getTypeParser(...[oid, format]: Parameters<typeof types.getTypeParser>): unknown {
  switch (oid) {
    case types.builtins.INT8:
      return Number;
    case types.builtins.BYTEA:
      return bytesOf;
    default:
      return types.getTypeParser(oid, format) as unknown;
  }
}

/** From PostgreSQL's text form `\x6869`. Not a `Buffer`, which may be a view of something larger. */
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
