import { Room } from './room.ts';
import type { SyncContext } from './sync-context.ts';
import type { Timer } from './timers.ts';

/** The right to use a room for a moment: it stays in memory until it is released. A joined connection keeps it there by itself. */
export interface Lease {
  readonly room: Room;
  readonly release: () => void;
}

interface Entry {
  readonly document: string;
  readonly loading: Promise<Room | null>;
  room: Room | null;
  leases: number;
  idle: Timer | null;
}

/**
 * The rooms in memory, at most one of a document. A document is loaded once however many ask for it, given out only when it is whole, and
 * leaves memory when nobody has had it for a while.
 */
export class RoomRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #context: SyncContext;

  constructor(context: SyncContext) {
    this.#context = context;
  }

  /** Resolves to `null` when there is no such document; rejects when it could not be loaded, and then the next call tries anew. */
  async lease(document: string): Promise<Lease | null> {
    const entry = this.#entries.get(document) ?? this.#load(document);
    entry.leases += 1;
    try {
      const room = await entry.loading;
      if (room !== null && !room.hasEnded) return { room, release: once(() => this.#release(entry)) };
      this.#release(entry);
      return room === null ? null : await this.lease(document);
    } catch (error) {
      this.#release(entry);
      throw error;
    }
  }

  rooms(): readonly Room[] {
    return [...this.#entries.values()].flatMap((entry) => entry.room ?? []);
  }

  /** Takes every room out of memory, once what it has taken is in the log. */
  async close(): Promise<void> {
    const rooms = this.rooms();
    await Promise.all(rooms.map((room) => room.settle()));
    for (const room of rooms) room.end();
  }

  #load(document: string): Entry {
    const loading = this.#loadRoom(document);
    const entry: Entry = { document, loading, room: null, leases: 0, idle: null };
    this.#entries.set(document, entry);
    loading.then(
      (room) => {
        entry.room = room;
        if (room === null || room.hasEnded) this.#forget(entry);
      },
      () => this.#forget(entry),
    );
    return entry;
  }

  async #loadRoom(document: string): Promise<Room | null> {
    const { log, metrics } = this.#context;
    const [stored, owners] = await Promise.all([log.load(document), log.owners(document)]);
    if (stored === null) return null;
    metrics.count('loads');
    return new Room(document, stored, owners, this.#context, {
      empty: () => this.#considerIdle(document),
      ended: () => this.#ended(document),
    });
  }

  #release(entry: Entry): void {
    entry.leases -= 1;
    this.#considerIdle(entry.document);
  }

  #considerIdle(document: string): void {
    const entry = this.#entries.get(document);
    if (entry === undefined || !isIdle(entry)) return;
    entry.idle?.cancel();
    entry.idle = this.#context.timers.after(this.#context.limits.idleUnloadMs, () => {
      entry.idle = null;
      void this.#unload(entry);
    });
  }

  /** Somebody may come while the snapshot is being saved, and is then simply in time. */
  async #unload(entry: Entry): Promise<void> {
    if (!isIdle(entry)) return;
    await entry.room?.saveSnapshot();
    if (isIdle(entry) && entry.room?.isSettled === true) entry.room.end();
  }

  #ended(document: string): void {
    const entry = this.#entries.get(document);
    if (entry === undefined) return;
    this.#context.metrics.count('unloads');
    this.#forget(entry);
  }

  #forget(entry: Entry): void {
    entry.idle?.cancel();
    if (this.#entries.get(entry.document) === entry) this.#entries.delete(entry.document);
  }
}

/** While it is loading, those who wait for it hold leases. */
const isIdle = (entry: Entry): boolean =>
  entry.leases === 0 && entry.room !== null && entry.room.connections.size === 0;

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    run();
  };
}
