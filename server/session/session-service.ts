import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import { emptyWorkshop, evolve } from '#shared/session/evolve.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import { NO_BUS, type Bus } from '#server/bus/bus.ts';
import { decodeSessionNews, encodeSessionNews, eventsTopic } from '#server/bus/session-news.ts';
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
  leaveBus: () => void;
  /** Acts of one workshop run one after the other. */
  queue: Promise<unknown>;
  lastUsed: number;
}

/** Where other servers on the same log are heard and told. */
export interface SessionServiceOptions {
  readonly store: WorkshopStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly bus?: Bus;
}

/** Kept in memory this long after the last act; the log has it all. */
const IDLE_MS = 10 * 60 * 1000;

/** A server that is cut off from the others cannot tell them of what it commits, so all ask the log this often, even while they hear each other. */
const LOOK_MS = 2_000;

/** The session of every workshop: its state is a fold over its event log, and an act is committed before anybody hears of it. */
export class SessionService {
  readonly #store: WorkshopStore;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #bus: Bus;
  #isInUse: (id: WorkshopId) => boolean = () => false;
  readonly #live = new Map<WorkshopId, Promise<Live | null>>();
  readonly #listeners = new Set<SessionListener>();
  #lookedAt = 0;

  constructor(options: SessionServiceOptions) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#bus = options.bus ?? NO_BUS;
  }

  listen(listener: SessionListener): void {
    this.#listeners.add(listener);
  }

  /** The committed state, or `null` when there is no such workshop. */
  async state(id: WorkshopId): Promise<WorkshopState | null> {
    return (await this.#open(id))?.state ?? null;
  }

  /** The committed state with the seat in it, which another server may just have given; `null` when there is no such workshop. */
  async stateWith(id: WorkshopId, seat: SeatId): Promise<WorkshopState | null> {
    const live = await this.#open(id);
    if (live !== null && live.state.seats[seat] === undefined) await this.#catchUp(live);
    return live?.state ?? null;
  }

  /** A workshop in use stays in memory, so that its screens hear of what other servers do. */
  keepWhile(isInUse: (id: WorkshopId) => boolean): void {
    this.#isInUse = isInUse;
  }

  /** Forgets every workshop: the log is not what it was. */
  forgetAll(): void {
    for (const [id, opening] of this.#live) {
      void opening.then((live) => live?.leaveBus()).catch(() => undefined);
      this.#live.delete(id);
    }
  }

  /** Tells other servers how far the logs go, in case they missed it, and looks now and then how far they go, in case we did. */
  async beat(): Promise<void> {
    const all = await this.#loaded();
    if (this.#bus.isUp) for (const live of all) this.#tell(live);
    if (this.#bus.isUp && this.#clock.now() - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = this.#clock.now();
    await this.#look(all);
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
      if (live !== null && (this.#isInUse(id) || this.#clock.now() - live.lastUsed <= IDLE_MS)) continue;
      live?.leaveBus();
      this.#live.delete(id);
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
        if (events === null) continue;
        if (events.length > 0) this.#tell(live);
        return ok(live.state);
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
    const live: Live = { state, queue: Promise.resolve(), lastUsed: this.#clock.now(), leaveBus: () => {} };
    live.leaveBus = this.#bus.subscribe(eventsTopic(id), {
      heard: (message) => {
        const news = decodeSessionNews(message);
        if (news.kind === 'events' && news.seq > live.state.seq) void this.#catchUp(live);
      },
      joined: () => void this.#catchUp(live),
    });
    return live;
  }

  async #loaded(): Promise<readonly Live[]> {
    const all = await Promise.all([...this.#live.values()].map((opening) => opening.catch(() => null)));
    return all.filter((live) => live !== null);
  }

  /** One question for all workshops. */
  async #look(all: readonly Live[]): Promise<void> {
    try {
      const heads = await this.#store.eventHeads(all.map(({ state }) => state.id));
      for (const live of all) if ((heads.get(live.state.id) ?? 0) > live.state.seq) void this.#catchUp(live);
    } catch (error) {
      this.#logger.warn('session-look-failed', { message: String(error) });
    }
  }

  #tell({ state }: Live): void {
    this.#bus.publish(eventsTopic(state.id), encodeSessionNews({ kind: 'events', seq: state.seq }));
  }

  /** Takes in what other servers have decided. Never rejects: when the log cannot be read now, the next occasion comes. */
  #catchUp(live: Live): Promise<void> {
    const caughtUp = live.queue.then(async () => {
      try {
        this.#apply(live, await this.#store.eventsSince(live.state.id, live.state.seq));
      } catch (error) {
        this.#logger.warn('session-catch-up-failed', { workshop: live.state.id, message: String(error) });
      }
    });
    live.queue = caughtUp;
    return caughtUp;
  }
}
