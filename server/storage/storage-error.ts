/**
 * Why storage refused or failed.
 * - `full`: no room left; works again when there is.
 * - `busy`: another process held the store for too long.
 * - `conflict`: a value that has to be unique was taken.
 * - `unknown-document`: an append to a document that was never created.
 * - `client-id-taken`: an append claims a client id that belongs to another seat.
 * - `unknown-workshop`: events for a workshop that was never created.
 * - `closed`: the store was closed, or its worker died; nothing more will be stored.
 * - `failed`: anything else (the cause says what).
 */
export type StorageErrorKind =
  | 'full'
  | 'busy'
  | 'conflict'
  | 'unknown-document'
  | 'client-id-taken'
  | 'unknown-workshop'
  | 'closed'
  | 'failed';

/** Everything the stores reject with. What was asked for is not stored. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}
