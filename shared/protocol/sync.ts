/**
 * The sync socket: `GET /sync/<workshop>/page/<page>` (optionally `<page>~<epoch>`), upgraded to a WebSocket that speaks the
 * y-websocket protocol (messages 0–3, y-protocols 1.0) and the messages below. A stock `WebsocketProvider` with a
 * seat's cookie syncs; it ignores what it does not know. One frame holds one message.
 *
 * Order: the server opens with hello, permission, SyncStep1 and the presence of others. It answers the client's SyncStep1 with SyncStep2 when
 * all that this tells of is committed; updates follow, each of them committed. The client's SyncStep2, its answer to the server's SyncStep1,
 * makes it ready: what it sends as updates before is ignored, since it comes again inside, and barriers before are not echoed. When the
 * server asks with SyncStep1 again (it has missed something), the client is not ready until it has answered again.
 *
 * A client may first `GET /api/workshops/<workshop>/pages/<page>/state` (Yjs V2 encoding; the header `vagval-page` says `<epoch>.<sequence>`)
 * and open the socket with `?since=<sequence>`: its SyncStep1 is then answered by the updates after that and an empty SyncStep2.
 *
 * Presence: the first client id a connection announces is its own; `user` in its state is replaced by `{ seat }`; nobody gets an echo of
 * their own state; clocks are the server's. Client ids belong to the seat that first wrote, or showed itself, under them.
 */

/** Of the page's state over HTTP: `<epoch>.<sequence>`. */
export const PAGE_VERSION_HEADER = 'vagval-page';

/** Message types beyond y-websocket's own. All fields are lib0 variable-length unsigned integers or strings. */
export const SYNC_MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /**
   * `102, n`. Client to server, directly behind its n-th local update; the server echoes it once everything it
   * accepted before it on this connection is committed to the log. Not sent, and not answered, before the client's SyncStep2; of several
   * under way each is echoed. What was undone (104) counts as committed: it is settled.
   */
  barrier: 102,
  /**
   * `103, write (0|1), reason (string, may be empty)`. Server to client, at opening and whenever access changes. After `write` 0 the client
   * sends `103, 0, ''` behind its last edit; until then, and for two seconds at most, edits still count. Later ones are undone.
   */
  permission: 103,
  /** `104, code (string: a RejectionCode)`. An edit was well-formed but broke a rule: it was undone for everyone. */
  rejected: 104,
  /** `105, epoch, seq, server time in ms`. Server to client, first message after opening. */
  hello: 105,
} as const;

export type RejectionCode = 'read-only' | 'too-large' | 'invalid-object' | 'page-full' | 'locked-object';

/**
 * WebSocket close codes of the sync socket. y-websocket gives up for good on 4400–4499 and retries on everything else,
 * so what waiting cannot mend is 44xx and what it can is 1012, 1013 or 45xx.
 */
export const CLOSE = {
  /** The server is restarting. */
  restart: 1012,
  /** The page could not be stored just now; reconnect re-offers every unacknowledged edit. */
  tryAgain: 1013,
  /** A frame that is not of the protocol, or an update that cannot be applied: broken, or under another seat's client id. */
  malformed: 4400,
  /** No seat: the cookie is missing, wrong or void. */
  notSignedIn: 4401,
  /** The seat may not read this page (waiting, removed, recused, not opened yet). */
  forbidden: 4403,
  /** No such page. */
  unknownPage: 4404,
  /** The page has been restored from a backup since; local copies of the old epoch must not be merged. */
  wrongEpoch: 4409,
  /** A frame or update over the limit. */
  tooLarge: 4413,
  /** Too many messages, or sockets of one seat, or of one address that are nobody's. */
  tooMany: 4429,
  /** The page could not be loaded just now. */
  cannotLoad: 4503,
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** `<workshop>/page/<page>`: the document's name in the log. */
export const pageDocument = (workshop: string, page: string): string => `${workshop}/page/${page}`;
