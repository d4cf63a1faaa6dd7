import { ID_PATTERN, type WorkshopId } from '#shared/kernel/ids.ts';

/** Where a sync socket wants to go. */
export interface SyncAddress {
  readonly workshop: WorkshopId;
  readonly page: string;
  /** The epoch the client's copy is of; `null` when it has none to lose. */
  readonly epoch: number | null;
  /** The sequence of the state it has fetched over HTTP; `null` when it has none, or has come back since. */
  readonly since: number | null;
}

const PATH = /^\/sync\/([^/]+)\/page\/([^/~]+)(?:~(\d{1,9}))?$/;

/** Reads `/sync/<workshop>/page/<page>[~<epoch>][?since=<sequence>]`; `null` for any other path. */
export function parseSyncAddress(url: string): SyncAddress | null {
  const [path = '', query = ''] = url.split('?', 2);
  const match = PATH.exec(path);
  const [, workshop = '', page = '', epoch] = match ?? [];
  if (!ID_PATTERN.test(workshop) || !ID_PATTERN.test(page)) return null;
  return {
    workshop: workshop as WorkshopId,
    page,
    epoch: epoch === undefined ? null : Number(epoch),
    since: sequenceIn(query),
  };
}

function sequenceIn(query: string): number | null {
  const since = new URLSearchParams(query).get('since') ?? '';
  return /^\d{1,15}$/.test(since) ? Number(since) : null;
}

/** Whether the request's path is the sync engine's to answer, however wrong it may be. */
export const isSyncPath = (url: string): boolean => url.startsWith('/sync/');
