import * as Y from 'yjs';
import { frame } from './frame.ts';
import { mergeForSending } from './merge.ts';
import type { SyncMetrics } from './metrics.ts';
import type { Presence, PresenceBatch, PresenceHolder } from './presence.ts';
import type { Timer, Timers } from './timers.ts';
import { encodeAwareness, encodeUpdate } from './wire.ts';

/** Everything a room has to tell at one moment, framed. */
export interface Tick {
  /** Committed updates; `null` when there are none. The same bytes for everyone. */
  readonly updates: Buffer | null;
  /** Presence as this connection should have it; `null` when there is none. */
  readonly presenceFor: (receiver: PresenceHolder) => Buffer | null;
  /** Updates and presence together. */
  readonly allFor: (receiver: PresenceHolder) => Buffer | null;
  /** Every client's clock before these updates: what somebody who misses this tick has. */
  readonly stateBefore: ReadonlyMap<number, number>;
}

export interface Receiver extends PresenceHolder {
  deliver(tick: Tick): void;
}

export interface Pace {
  readonly updatesMs: number;
  readonly presenceMs: number;
}

/** How much one tick says about the next: a single one that the system held up is no reason to slow down. */
const COST_WEIGHT = 0.2;

/**
 * Tells everyone in a room what has been committed. The first update after a quiet spell goes out at once, those that follow are gathered
 * for a tick: framed once, in one buffer, one write to a socket. The system call is what costs, by far.
 */
export class FanOut {
  #updates: Uint8Array[] = [];
  #sent: ReadonlyMap<number, number>;
  #reached: ReadonlyMap<number, number>;
  #updatesDueAt = 0;
  #presenceDueAt = 0;
  #timer: { readonly at: number; readonly timer: Timer } | null = null;
  readonly #receivers: ReadonlySet<Receiver>;
  readonly #presence: Presence;
  readonly #pace: (costMs: number) => Pace;
  /** What a tick has cost lately, ms. */
  #costMs = 0;
  readonly #timers: Timers;
  readonly #metrics: SyncMetrics;

  constructor(
    receivers: ReadonlySet<Receiver>,
    presence: Presence,
    stateAtStart: ReadonlyMap<number, number>,
    pace: (costMs: number) => Pace,
    timers: Timers,
    metrics: SyncMetrics,
  ) {
    this.#receivers = receivers;
    this.#presence = presence;
    this.#sent = stateAtStart;
    this.#reached = stateAtStart;
    this.#pace = pace;
    this.#timers = timers;
    this.#metrics = metrics;
  }

  /** Adds a committed update; `wake` sends it in due time. */
  add(update: Uint8Array, stateAfter: ReadonlyMap<number, number>): void {
    this.#updates.push(update);
    this.#reached = stateAfter;
  }

  /** Adds an update that another server has committed: it says itself how far it takes which clocks. */
  addForeign(update: Uint8Array): void {
    const reached = new Map(this.#reached);
    for (const [client, clock] of Y.parseUpdateMeta(update).to)
      reached.set(client, Math.max(clock, reached.get(client) ?? 0));
    this.add(update, reached);
  }

  /** Sends what is due now and sets the alarm for what is not yet. */
  wake(): void {
    const dueAt = this.#dueAt();
    if (dueAt === Infinity) return;
    if (dueAt <= this.#timers.now()) this.#flush();
    else this.#setAlarm(dueAt);
  }

  stop(): void {
    this.#timer?.timer.cancel();
    this.#timer = null;
    this.#updates = [];
  }

  #dueAt(): number {
    return Math.min(
      this.#updates.length > 0 ? this.#updatesDueAt : Infinity,
      this.#presence.hasNews ? this.#presenceDueAt : Infinity,
    );
  }

  #setAlarm(at: number): void {
    if (this.#timer !== null && this.#timer.at <= at) return;
    this.#timer?.timer.cancel();
    const timer = this.#timers.after(at - this.#timers.now(), () => {
      this.#timer = null;
      this.wake();
    });
    this.#timer = { at, timer };
  }

  /** A write that is made anyway takes presence along from half-way on: another one of its own is what would cost. */
  #isPresenceTurn(now: number, { presenceMs }: Pace): boolean {
    const early = this.#updates.length > 0 ? presenceMs / 2 : 0;
    return this.#presenceDueAt - early <= now;
  }

  #flush(): void {
    const now = this.#timers.now();
    const pace = this.#pace(this.#costMs);
    const presence = this.#isPresenceTurn(now, pace) ? this.#presence.take() : null;
    if (presence !== null) this.#presenceDueAt = now + pace.presenceMs;
    if (this.#updates.length > 0) this.#updatesDueAt = now + pace.updatesMs;
    const tick = makeTick(this.#updates, presence, this.#sent);
    this.#updates = [];
    this.#sent = this.#reached;
    this.#metrics.count('ticks');
    for (const receiver of this.#receivers) receiver.deliver(tick);
    const took = this.#timers.now() - now;
    this.#costMs += (took - this.#costMs) * COST_WEIGHT;
    this.#metrics.timed('tick', took);
    // What did not fit into this tick of presence waits for the next.
    this.wake();
  }
}

function makeTick(
  updates: readonly Uint8Array[],
  presence: PresenceBatch | null,
  stateBefore: ReadonlyMap<number, number>,
): Tick {
  const framed = updates.length === 0 ? null : frameUpdates(updates);
  const forOthers = presence === null ? null : frame(encodeAwareness(presence.states));
  const allForOthers = join(framed, forOthers);
  const presenceFor = (receiver: PresenceHolder): Buffer | null => {
    if (presence?.isIn(receiver) !== true) return forOthers;
    const states = presence.without(receiver);
    return states === null ? null : frame(encodeAwareness(states));
  };
  return {
    updates: framed,
    stateBefore,
    presenceFor,
    allFor: (receiver) =>
      presence?.isIn(receiver) === true ? join(framed, presenceFor(receiver)) : allForOthers,
  };
}

const frameUpdates = (updates: readonly Uint8Array[]): Buffer =>
  Buffer.concat(mergeForSending(updates).map((update) => frame(encodeUpdate(update))));

const join = (first: Buffer | null, second: Buffer | null): Buffer | null => {
  if (first === null || second === null) return first ?? second;
  return Buffer.concat([first, second]);
};
