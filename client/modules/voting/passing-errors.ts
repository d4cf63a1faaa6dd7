import type { ErrorKind } from '#shared/protocol/error-kind.ts';

/** Failures that pass by themselves. A ballot is sent again after these; after any other it never will be accepted. */
const PASSING: ReadonlySet<ErrorKind> = new Set([
  'no-connection',
  'cannot-save',
  'too-many-attempts',
  'internal',
]);

export const isPassing = (kind: ErrorKind): boolean => PASSING.has(kind);
