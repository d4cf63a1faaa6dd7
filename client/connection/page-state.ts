import { PAGE_VERSION_HEADER } from '#shared/protocol/sync.ts';

/** A page as the server had it a moment ago. */
export interface FetchedState {
  readonly epoch: number;
  readonly seq: number;
  /** Yjs V2 encoding. */
  readonly stateV2: Uint8Array;
}

/** Where the page's state can be had before its socket is opened; `null` when it cannot, and then the socket tells all of it, or why not. */
export type FetchState = () => Promise<FetchedState | null>;

/** A poor link may need this long for a large page. */
const PATIENCE_MS = 20_000;

/** Over HTTP a page is a twentieth of what the socket would send. */
export const fetchStateFrom =
  (workshop: string, page: string): FetchState =>
  async () => {
    const path = `/api/workshops/${encodeURIComponent(workshop)}/pages/${encodeURIComponent(page)}/state`;
    try {
      const response = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
      const version = /^(\d+)\.(\d+)$/.exec(response.headers.get(PAGE_VERSION_HEADER) ?? '');
      if (!response.ok || version === null) return null;
      const [, epoch, seq] = version;
      return {
        epoch: Number(epoch),
        seq: Number(seq),
        stateV2: new Uint8Array(await response.arrayBuffer()),
      };
    } catch {
      // No connection, or it broke off in the middle: the socket has its own way of coming back.
      return null;
    }
  };
