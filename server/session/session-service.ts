import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import { emptyWorkshop, evolve } from '#shared/session/evolve.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import type { Logger } from '#server/logger.ts';
import type { PendingEvent, SessionEffects, WorkshopStore } from '#server/storage/workshop-store.ts';

export interface Decision {
  readonly happenings: readonly Happening[];
  readonly effects?: SessionEffects;
}

/** Decides on the latest state; may be asked again when another writer was first, so it must not act on the world. */
export type Decide = (
  state: WorkshopState,
  now: number,
) => Promise<Result<Decision, ErrorKind>> | Result<Decision, ErrorKind>;

/** Told of each event once it is committed, in order. */
export type SessionListener = (before: WorkshopState, event: SessionEvent, after: WorkshopState) => void;

interface Live {
  state: WorkshopState;
  /** Acts of one workshop run one after the other. */
  queue: Promise<unknown>;
  lastUsed: number;
}

/** Kept in memory this long after the last act; the log has it all. */
const IDLE_MS = 10 * 60 * 1000;

/** The session of every workshop: its state is a fold over its event log, and an act is committed before anybody hears of it. */
export class SessionService {
  readonly #store: WorkshopStore;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #live = new Map<WorkshopId, Promise<Live | null>>();
  readonly #listeners = new Set<SessionListener>();

  constructor(options: { readonly store: WorkshopStore; readonly clock: Clock; readonly logger: Logger }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  listen(listener: SessionListener): void {
    this.#listeners.add(listener);
  }

  /** The committed state, or `null` when there is no such workshop. */
  async state(id: WorkshopId): Promise<WorkshopState | null> {
    return (await this.#open(id))?.state ?? null;
  }

  async events(id: WorkshopId): Promise<readonly SessionEvent[]> {
    return this.#store.eventsSince(id, 0);
  }

  /** Decides and commits. The state returned contains what was decided. */
  async act(id: WorkshopId, by: SeatId | null, decide: Decide): Promise<Result<WorkshopState, ErrorKind>> {
    const live = await this.#open(id);
    if (live === null) return err('unknown-workshop');
    const acted = live.queue.then(() => this.#actOn(live, by, decide));
    live.queue = acted.catch(() => undefined);
    return acted;
  }

  /** Forgets workshops nobody has asked about for a while. */
  async sweep(): Promise<void> {
    for (const [id, opening] of this.#live) {
      const live = await opening.catch(() => null);
      if (live === null || this.#clock.now() - live.lastUsed > IDLE_MS) this.#live.delete(id);
    }
  }

  async #actOn(live: Live, by: SeatId | null, decide: Decide): Promise<Result<WorkshopState, ErrorKind>> {
    try {
      for (;;) {
        const now = this.#clock.now();
        const decision = await decide(live.state, now);
        if (!decision.ok) return decision;
        const { happenings, effects } = decision.value;
        if (happenings.length === 0 && effects === undefined) return ok(live.state);
        const pending = happenings.map((happening): PendingEvent => ({ at: now, by, happening }));
        const events = await this.#store.appendEvents(live.state.id, live.state.seq, pending, effects);
        this.#apply(live, events ?? (await this.#store.eventsSince(live.state.id, live.state.seq)));
        if (events !== null) return ok(live.state);
      }
    } catch (error) {
      this.#logger.error('session-not-saved', { workshop: live.state.id, message: String(error) });
      return err('cannot-save');
    }
  }

  #apply(live: Live, events: readonly SessionEvent[]): void {
    for (const event of events) {
      const before = live.state;
      live.state = evolve(before, event);
      for (const listener of this.#listeners) listener(before, event, live.state);
    }
  }

  async #open(id: WorkshopId): Promise<Live | null> {
    let opening = this.#live.get(id);
    if (opening === undefined) {
      opening = this.#load(id);
      this.#live.set(id, opening);
      // A workshop that could not be loaded, or does not exist, is looked for again next time.
      opening.then(
        (live) => live ?? this.#live.delete(id),
        () => this.#live.delete(id),
      );
    }
    const live = await opening;
    if (live !== null) live.lastUsed = this.#clock.now();
    return live;
  }

  async #load(id: WorkshopId): Promise<Live | null> {
    const events = await this.#store.eventsSince(id, 0);
    if (events.length === 0) return null;
    const state = events.reduce(evolve, emptyWorkshop(id));
    return { state, queue: Promise.resolve(), lastUsed: this.#clock.now() };
  }
}
