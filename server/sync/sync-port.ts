import type * as Y from 'yjs';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Access } from '#shared/session/permission.ts';

/** What the sync engine asks of the rest of the server. */
export interface SyncAuthority {
  /** What the seat may do with the page now, or `null` when the workshop does not exist. Asked at opening and after `accessChanged`. */
  access(workshop: WorkshopId, page: string, seat: SeatId): Promise<Access | null>;
}

/** A page's committed state. */
export interface StoredState {
  readonly epoch: number;
  readonly seq: number;
  /** Yjs V2 encoding, gzipped. */
  readonly gzipped: Uint8Array;
}

/** What the rest of the server asks of the sync engine. `page` is a page id of the workshop. */
export interface PageStore {
  /** Creates a page with its first content; does nothing when it exists. Resolves when committed. */
  create(workshop: WorkshopId, page: string, build: (doc: Y.Doc) => void): Promise<void>;
  /** Changes a page as the server. Resolves when committed and broadcast; rejects, changing nothing, when it cannot be committed. */
  transact(workshop: WorkshopId, page: string, change: (doc: Y.Doc) => void): Promise<void>;
  /** The committed state for somebody who joins, or one a little older; `null` when there is no such page. */
  state(workshop: WorkshopId, page: string): Promise<StoredState | null>;
  /** Reads the committed state. The document is only lent: do not keep or change it. */
  read<T>(workshop: WorkshopId, page: string, look: (doc: Y.Doc) => T): Promise<T>;
  /** Looks again at what every open connection of the workshop may do; resolves when all have been told or closed. */
  accessChanged(workshop: WorkshopId): Promise<void>;
  /** Closes the seat's connections with 4401: the seat has moved to another device, whose cookie is a new one. */
  signOut(workshop: WorkshopId, seat: SeatId): void;
}
