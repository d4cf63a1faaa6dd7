/**
 * Everything a user can be refused for. One table in `i18n` turns a kind into Swedish and English text; HTTP status
 * codes are below. A kind is part of the protocol: add, never rename.
 */
export const ERROR_STATUS = {
  /** The request is not of the documented form. */
  malformed: 400,
  /** No seat or leader cookie, or one that is no longer valid. */
  'not-signed-in': 401,
  /** The seat or role may not do this. */
  forbidden: 403,
  /** The role takes no part in this module. */
  recused: 403,
  /** The leader has removed this person. */
  removed: 403,
  /** The leader has not let this person in yet. */
  waiting: 403,
  'unknown-code': 404,
  'unknown-workshop': 404,
  'unknown-page': 404,
  'unknown-activity': 404,
  'unknown-poll': 404,
  'unknown-seat': 404,
  'unknown-group': 404,
  /** The page was not there yet. */
  'unknown-moment': 404,
  /** A personal or review link that has been used, has run out or never existed. */
  'expired-link': 410,
  'workshop-ended': 409,
  'workshop-not-ended': 409,
  'wrong-timer-state': 409,
  'poll-not-open': 409,
  'poll-not-closed': 409,
  'poll-not-released': 409,
  /** A secret ballot is final when cast. */
  'already-voted': 409,
  'too-few-options': 422,
  'no-voters': 409,
  'name-missing': 422,
  'name-too-long': 422,
  'too-large': 413,
  /** Not a picture, a damaged one, or of a sort that is not taken in. */
  'not-an-image': 415,
  /** The page has as many pictures as it may. */
  'files-full': 413,
  'unknown-file': 404,
  'too-many-attempts': 429,
  /** The server cannot store anything just now; nothing was changed. */
  'cannot-save': 503,
  /** Never sent: a client's own word for a reply that did not come. Whether the act was carried out is not known. */
  'no-connection': 504,
  internal: 500,
} as const satisfies Readonly<Record<string, number>>;

export type ErrorKind = keyof typeof ERROR_STATUS;

export const isErrorKind = (kind: unknown): kind is ErrorKind =>
  typeof kind === 'string' && Object.hasOwn(ERROR_STATUS, kind);

/** What an HTTP error body or a socket's error ack carries; `text` is in the user's language. */
export interface ErrorBody {
  readonly kind: ErrorKind;
  readonly text: string;
}
