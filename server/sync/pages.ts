import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { pageDocument } from '#shared/protocol/sync.ts';
import type { AccessWatch } from './access-watch.ts';
import { RoomFailed, type Room } from './room.ts';
import type { RoomRegistry } from './room-registry.ts';
import type { SyncContext } from './sync-context.ts';
import type { PageStore, StoredState } from './sync-port.ts';

/** Pages as the rest of the server uses them: by the same rooms, and so by the same log and broadcast, as everybody else. */
export class Pages implements PageStore {
  readonly #context: SyncContext;
  readonly #registry: RoomRegistry;
  readonly #access: AccessWatch;

  constructor(context: SyncContext, registry: RoomRegistry, access: AccessWatch) {
    this.#context = context;
    this.#registry = registry;
    this.#access = access;
  }

  async create(workshop: WorkshopId, page: string, build: (doc: Y.Doc) => void): Promise<void> {
    const { log, clock } = this.#context;
    const doc = new Y.Doc();
    objectsOf(doc);
    doc.transact(() => build(doc));
    await log.create(pageDocument(workshop, page), Y.encodeStateAsUpdate(doc), clock.now());
    doc.destroy();
  }

  transact(workshop: WorkshopId, page: string, change: (doc: Y.Doc) => void): Promise<void> {
    return this.#inRoom(workshop, page, (room) => room.transact(change));
  }

  async state(workshop: WorkshopId, page: string): Promise<StoredState | null> {
    const lease = await this.#registry.lease(pageDocument(workshop, page));
    if (lease === null) return null;
    try {
      const { seq, packed } = await lease.room.state();
      return { epoch: lease.room.epoch, seq, gzipped: packed.state };
    } finally {
      lease.release();
    }
  }

  async read<T>(workshop: WorkshopId, page: string, look: (doc: Y.Doc) => T): Promise<T> {
    const attempt = (): Promise<T> => this.#inRoom(workshop, page, (room) => room.read(look));
    try {
      return await attempt();
    } catch (error) {
      // What it saw did not reach the log; the log is still there to be read.
      if (error instanceof RoomFailed) return attempt();
      throw error;
    }
  }

  accessChanged(workshop: WorkshopId): Promise<void> {
    return this.#access.changed(workshop);
  }

  signOut(workshop: WorkshopId, seat: SeatId): void {
    this.#access.signOut(workshop, seat);
  }

  async #inRoom<T>(workshop: WorkshopId, page: string, use: (room: Room) => Promise<T>): Promise<T> {
    const lease = await this.#registry.lease(pageDocument(workshop, page));
    if (lease === null) throw new Error(`No such page: ${pageDocument(workshop, page)}`);
    try {
      return await use(lease.room);
    } finally {
      lease.release();
    }
  }
}
