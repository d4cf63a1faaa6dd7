import { StorageError, type StorageErrorKind } from '../storage-error.ts';

/** The error of the driver as the one the rest of the server knows. */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new StorageError(kindOf(sqlStateOf(error)), message, { cause: error });
}

/** PostgreSQL's five-character code; `null` when it was not PostgreSQL that spoke, but the network. */
function sqlStateOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

/** Codes of appendix A of PostgreSQL's manual. */
function kindOf(sqlState: string | null): StorageErrorKind {
  switch (sqlState) {
    case '53100': // disk_full
      return 'full';
    case '55P03': // lock_not_available
    case '57014': // query_canceled, which is what a time-out is
      return 'busy';
    case '23503': // foreign_key_violation
    case '23505': // unique_violation
      return 'conflict';
    default:
      return 'failed';
  }
}
