import type { ServerClock } from '#client/connection/clock.ts';
import type { SessionListener, SessionTransport } from '#client/connection/session-transport.ts';
import { must } from '#shared/kernel/assert.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { ErrorBody } from '#shared/protocol/error-kind.ts';
import type {
  Ack,
  BallotReceipt,
  BallotStatus,
  Presence,
  SessionView,
  Turnout,
} from '#shared/protocol/session-socket.ts';
import type { Command } from '#shared/session/command.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import { evolve } from '#shared/session/evolve.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { Session } from './types.ts';

const SECOND = 1_000;
/** Crystals drift by some milliseconds in five minutes; a sleeping phone by any amount, but then we wake with `awake`. */
const MEASURE_EVERY_MS = 5 * 60 * SECOND;
/** A view that has not come by then is asked for again, at the next event. */
const VIEW_PATIENCE_MS = 5 * SECOND;

export interface SessionModelOptions {
  readonly transport: SessionTransport;
  readonly clock: ServerClock;
}

/** The session as this seat sees it, kept up to date by the server's events. */
export class SessionModel implements Session {
  readonly #transport: SessionTransport;
  readonly #clock: ServerClock;
  #state = $state.raw<WorkshopState | null>(null);
  #seatId = $state.raw<SeatId | null>(null);
  #presence = $state.raw<Presence>({ online: [], lost: {} });
  #turnouts = $state.raw<Readonly<Record<string, Turnout>>>({});
  #connection = $state<Session['connection']>('connecting');
  #refusal = $state.raw<ErrorBody | null>(null);
  #transferred = $state(false);
  #second = $state<EpochMs>(0);
  /** When the whole view was asked for; until it comes, events are of no use. */
  #askedAt: EpochMs | null = null;
  #tick: ReturnType<typeof setTimeout> | undefined;
  #measuring: ReturnType<typeof setInterval> | undefined;

  constructor({ transport, clock }: SessionModelOptions) {
    this.#transport = transport;
    this.#clock = clock;
    this.#second = wholeSecond(clock.now());
  }

  /** Connects. `state`, `me` and `seatId` may be read once `ready` is true. */
  open(): void {
    this.#transport.open(this.#listener);
    this.#measuring = setInterval(() => void this.#measure(), MEASURE_EVERY_MS);
    this.#followSeconds();
  }

  close(): void {
    clearTimeout(this.#tick);
    clearInterval(this.#measuring);
    this.#transport.close();
  }

  /** The page is looked at again: the connection may be dead without knowing, and the clock may have stood still. */
  async awake(): Promise<void> {
    if (this.signedOut === 'transferred' || this.#refusal !== null) return;
    if (this.#connection !== 'online' || !(await this.#measure())) this.#transport.reconnect();
  }

  /** The page is put away: it may come back, with `awake`. */
  leave(): void {
    this.#transport.leave();
  }

  /** Connects anew, for instance to be answered in another language. */
  reconnect(): void {
    this.#transport.reconnect();
  }

  get ready(): boolean {
    return this.#state !== null;
  }

  /** Why the server would not have us at all; set only before `ready`. */
  get refusal(): ErrorBody | null {
    return this.#refusal;
  }

  get state(): WorkshopState {
    return must(this.#state, 'the session, read before it was ready');
  }

  get seatId(): SeatId {
    return must(this.#seatId, 'the seat, read before the session was ready');
  }

  get me(): Seat {
    return must(this.state.seats[this.seatId], 'the own seat in the session');
  }

  get presence(): Presence {
    return this.#presence;
  }

  get connection(): Session['connection'] {
    return this.#connection;
  }

  get signedOut(): Session['signedOut'] {
    if (this.#transferred) return 'transferred';
    return this.ready && this.me.standing === 'removed' ? 'removed' : null;
  }

  get second(): EpochMs {
    return this.#second;
  }

  now(): EpochMs {
    return this.#clock.now();
  }

  turnoutOf(pollId: string): Turnout | null {
    return this.#turnouts[pollId] ?? null;
  }

  command(command: Command): Promise<Ack> {
    return this.#transport.command(command);
  }

  castBallot(pollId: string, submissionId: string, ballot: Ballot): Promise<Ack<BallotReceipt>> {
    return this.#transport.ballot({ pollId, submissionId, ballot });
  }

  ballotStatus(pollId: string): Promise<Ack<BallotStatus>> {
    return this.#transport.myBallot(pollId);
  }

  readonly #listener: SessionListener = {
    // Still `connecting` on screen until the view is here.
    online: () => void this.#measure(),
    offline: () => {
      this.#connection = 'offline';
    },
    refused: (error) => this.#refused(error),
    signedOut: () => {
      this.#transferred = true;
    },
    view: (view) => this.#replace(view),
    event: (event) => this.#apply(event),
    presence: (presence) => {
      this.#presence = presence;
    },
    turnout: (turnout) => {
      this.#turnouts = { ...this.#turnouts, [turnout.pollId]: turnout };
    },
  };

  #replace(view: SessionView): void {
    this.#askedAt = null;
    this.#state = view.state;
    this.#seatId = view.seatId;
    this.#presence = view.presence;
    this.#turnouts = Object.fromEntries(view.turnouts.map((turnout) => [turnout.pollId, turnout]));
    this.#connection = 'online';
  }

  #apply(event: SessionEvent): void {
    const state = this.#state;
    // An event from before the view is in it already.
    if (state === null || event.seq <= state.seq) return;
    if (this.#askedAt === null && event.seq === state.seq + 1) this.#state = evolve(state, event);
    else this.#askForView();
  }

  /** Some event was missed. */
  #askForView(): void {
    const now = this.#clock.now();
    if (this.#askedAt !== null && now - this.#askedAt < VIEW_PATIENCE_MS) return;
    this.#askedAt = now;
    this.#transport.refresh();
  }

  /** Somebody who had a seat a moment ago has had it moved while this device was away. */
  #refused(error: ErrorBody): void {
    this.#connection = 'offline';
    if (this.ready) this.#transferred = true;
    else this.#refusal = error;
  }

  /** False when the server did not answer. */
  async #measure(): Promise<boolean> {
    try {
      await this.#clock.measure(() => this.#transport.serverTime());
      this.#followSeconds();
      return true;
    } catch {
      // What was known of the time still holds; a dead connection is reported by the transport.
      return false;
    }
  }

  /** Steps when the server's second does, so that every screen counts down together. */
  #followSeconds = (): void => {
    clearTimeout(this.#tick);
    const now = this.#clock.now();
    this.#second = wholeSecond(now);
    this.#tick = setTimeout(this.#followSeconds, this.#second + SECOND - now);
  };
}

const wholeSecond = (time: EpochMs): EpochMs => Math.floor(time / SECOND) * SECOND;
