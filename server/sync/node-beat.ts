import type { RoomRegistry } from './room-registry.ts';
import type { SyncContext } from './sync-context.ts';
import type { Timer } from './timers.ts';

/**
 * Keeps the pages here in step with what other servers write. Messages between servers may be lost; a beat tells of that. A server that
 * is cut off cannot tell, and nobody knows of it, so now and then everybody asks the log itself how far it goes: one question for all pages.
 */
export class NodeBeat {
  readonly #registry: RoomRegistry;
  readonly #context: SyncContext;
  #timer: Timer | null = null;
  #lookedAt: number;
  #isLooking = false;

  constructor(registry: RoomRegistry, context: SyncContext) {
    this.#registry = registry;
    this.#context = context;
    this.#lookedAt = context.timers.now();
  }

  start(): void {
    const { bus, timers, limits } = this.#context;
    const everyMs = bus.isUp ? limits.nodeBeatMs : limits.nodePollMs;
    this.#timer = timers.after(everyMs, () => {
      this.#beat();
      this.start();
    });
  }

  stop(): void {
    this.#timer?.cancel();
  }

  #beat(): void {
    const { bus, timers, limits } = this.#context;
    if (bus.isUp) for (const room of this.#registry.rooms()) room.peers.beat();
    else for (const room of this.#registry.rooms()) room.peers.expire();
    if (!bus.isUp || timers.now() - this.#lookedAt >= limits.nodeLookMs) void this.#look();
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#lookedAt = this.#context.timers.now();
    const rooms = this.#registry.rooms();
    try {
      const heads = await this.#context.log.heads(rooms.map(({ document }) => document));
      for (const { document, peers } of rooms) peers.logGoes(heads.get(document) ?? 0);
    } catch (error) {
      this.#context.logger.warn('sync-look-failed', { error: String(error) });
    } finally {
      this.#isLooking = false;
    }
  }
}
