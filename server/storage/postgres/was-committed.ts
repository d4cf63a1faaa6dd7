import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { StorageSchema } from '../schema.ts';
import { StorageError } from '../storage-error.ts';

const ATTEMPTS = 20;
const BETWEEN_ATTEMPTS_MS = 250;

/**
 * Whether a transaction that we lost sight of was committed, asked on another connection until the database has decided
 * it. Rejects when it cannot be asked: then the rows may be in the log or not.
 */
export async function wasCommitted(database: Kysely<StorageSchema>, transactionId: string): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    const status = await statusOf(database, transactionId);
    if (status === 'committed' || status === 'aborted') return status === 'committed';
    if (attempt === ATTEMPTS) {
      throw new StorageError('failed', 'It could not be found out whether the append was committed');
    }
    await delay(BETWEEN_ATTEMPTS_MS);
  }
}

async function statusOf(database: Kysely<StorageSchema>, transactionId: string): Promise<string | null> {
  try {
    const { rows } = await sql<{ status: string | null }>`
      SELECT pg_xact_status(${transactionId}::xid8) AS status`.execute(database);
    return rows[0]?.status ?? null;
  } catch (error) {
    // Not to be reached: it is asked again. Anything but an error of storage is a bug of ours.
    if (error instanceof StorageError) return null;
    throw error;
  }
}
