import type { Clock } from '#shared/kernel/clock.ts';
import type { RemoteState } from '#server/bus/page-news.ts';
import { encodeStates, findState, type AwarenessEntry } from './awareness-wire.ts';
import type { ClientOwners } from './client-owners.ts';
import type { SyncLimits } from './sync-limits.ts';
import type { Timers } from './timers.ts';

/** Whoever a state belongs to: one open connection of a seat. */
export interface PresenceHolder {
  readonly seat: string;
}

interface RemoteNode {
  readonly holders: Map<number, RemoteHolder>;
  /** By the monotonic clock. */
  heardAt: number;
}

interface State {
  readonly holder: PresenceHolder;
  readonly client: number;
  readonly json: string;
  /** When it last changed and when it last went out, by the monotonic clock. */
  readonly changedAt: number;
  readonly sentAt: number;
}

/** A connection to another server. */
interface RemoteHolder extends PresenceHolder {
  readonly node: string;
  readonly client: number;
}

/** What one tick tells of presence. */
export interface PresenceBatch {
  /** For everyone who is not in it. */
  readonly states: Uint8Array;
  isIn(holder: PresenceHolder): boolean;
  /** The batch without the holder's own state, since a stock client would take it for news about itself; `null` when nothing is left. */
  without(holder: PresenceHolder): Uint8Array | null;
}

/**
 * Who is on the page and where their hands are. Only the latest state of each connection is kept and sent, stamped with the seat it comes
 * from; a state lives exactly as long as its connection, which the server knows better than the clients' timers do.
 *
 * Sent clocks are the server's own, of its wall clock: a client whose connection comes back, or whose server does, would otherwise be
 * taken for old news and stay invisible until it next renews itself.
 */
export class Presence {
  readonly #states = new Map<PresenceHolder, State>();
  readonly #byClient = new Map<number, PresenceHolder>();
  readonly #due = new Set<PresenceHolder>();
  #gone: number[] = [];
  readonly #remote = new Map<string, RemoteNode>();
  #goneHere: number[] = [];
  #lastClock = 0;
  readonly #owners: ClientOwners;
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #limits: SyncLimits;
  readonly #tellOthers: (states: readonly RemoteState[]) => void;

  /** `tellOthers` is given, tick by tick, what has changed here, for the other servers. */
  constructor(
    owners: ClientOwners,
    clock: Clock,
    timers: Timers,
    limits: SyncLimits,
    tellOthers: (states: readonly RemoteState[]) => void = () => {},
  ) {
    this.#tellOthers = tellOthers;
    this.#owners = owners;
    this.#clock = clock;
    this.#timers = timers;
    this.#limits = limits;
  }

  get hasNews(): boolean {
    return this.#due.size > 0 || this.#gone.length > 0;
  }

  /**
   * Takes an awareness message. The first client id a connection announces is its own from then on; an id of another seat, or of another
   * open connection, never is. Everything else in the message is ignored. Throws when the bytes are no awareness update.
   */
  announce(holder: PresenceHolder, message: Uint8Array): void {
    const own = this.#states.get(holder)?.client;
    const entry = findState(message, (client) =>
      own === undefined ? this.#isFree(client, holder) : client === own,
    );
    if (entry === null || entry.json.length > this.#limits.awarenessMaxBytes) return;
    const json = stamp(entry.json, holder.seat);
    if (json === 'none') this.#withdraw(holder);
    else if (json !== null) this.#put(holder, entry.client, json);
  }

  leave(holder: PresenceHolder): void {
    this.#withdraw(holder);
  }

  /** The states of everybody else, for a connection that has just come; of its own seat only once its own id is known. */
  statesFor(holder: PresenceHolder): Uint8Array | null {
    const others = [...this.#states.values()].filter((state) => state.holder.seat !== holder.seat);
    return others.length === 0 ? null : encodeStates(others.map((state) => this.#entry(state)));
  }

  /** Lets states that nobody has heard of for a while go out again, before the clients forget them. */
  renew(): void {
    const before = this.#timers.now() - this.#limits.awarenessRenewMs;
    for (const state of this.#states.values()) if (state.sentAt <= before) this.#due.add(state.holder);
  }

  /** The states of the connections to this server. */
  localStates(): readonly RemoteState[] {
    return [...this.#states.values()].filter(isLocal).map(asRemote);
  }

  /** What another server says of its connections; `isAll` when those it does not name have gone. */
  heard(node: string, states: readonly RemoteState[], isAll: boolean): void {
    const remote = this.#remoteNode(node);
    remote.heardAt = this.#timers.now();
    const named = new Set(states.map(({ client }) => client));
    if (isAll)
      for (const client of [...remote.holders.keys()])
        if (!named.has(client)) this.#goneThere(remote, client);
    for (const state of states) this.#takeOver(remote, node, state);
  }

  /** Whoever was on a server that has fallen silent is not there any more, as far as anybody here can tell. */
  expire(): void {
    const before = this.#timers.now() - this.#limits.nodeSilentMs;
    for (const [node, remote] of this.#remote) {
      if (remote.heardAt > before) continue;
      for (const client of [...remote.holders.keys()]) this.#goneThere(remote, client);
      this.#remote.delete(node);
    }
  }

  /** What has changed since the last time, the latest first and at most one tick's worth; the rest stays for the next. */
  take(): PresenceBatch | null {
    if (!this.hasNews) return null;
    const gone = this.#gone.map((client) => ({ client, clock: this.#tick(), json: 'null' }));
    this.#gone = [];
    const news = this.#goneHere.map((client): RemoteState => ({ client, seat: '', json: 'null' }));
    this.#goneHere = [];
    const sent = new Map<PresenceHolder, AwarenessEntry>();
    for (const state of this.#latest()) {
      this.#due.delete(state.holder);
      this.#states.set(state.holder, { ...state, sentAt: this.#timers.now() });
      sent.set(state.holder, this.#entry(state));
      if (isLocal(state)) news.push(asRemote(state));
    }
    if (news.length > 0) this.#tellOthers(news);
    return batch(gone, sent);
  }

  #latest(): readonly State[] {
    const due = [...this.#due].flatMap((holder) => this.#states.get(holder) ?? []);
    if (due.length <= this.#limits.awarenessPerTick) return due;
    return due.sort((a, b) => b.changedAt - a.changedAt).slice(0, this.#limits.awarenessPerTick);
  }

  #isFree(client: number, holder: PresenceHolder): boolean {
    const current = this.#byClient.get(client);
    if (current !== undefined && current.seat !== holder.seat) return false;
    const owner = this.#owners.of(client);
    return owner === undefined || owner === holder.seat;
  }

  #put(holder: PresenceHolder, client: number, json: string): void {
    const before = this.#states.get(holder);
    // Stock clients renew their state every 15 s; everyone has it already.
    if (before?.json === json) return;
    if (before === undefined && !this.#owners.reserve(client, holder.seat, this.#limits.clientIdsPerSeatMax))
      return;
    // The same client on a new line, while the old one has not been found dead yet.
    const previous = this.#byClient.get(client);
    if (previous !== undefined && previous !== holder) this.#forget(previous);
    const now = this.#timers.now();
    this.#states.set(holder, { holder, client, json, changedAt: now, sentAt: before?.sentAt ?? now });
    this.#byClient.set(client, holder);
    this.#due.add(holder);
    if (before === undefined) this.#showOwnSeat(holder);
  }

  /** Now that it is known which state is its own, the other devices of the seat can be shown to it as well. */
  #showOwnSeat(holder: PresenceHolder): void {
    for (const state of this.#states.values())
      if (state.holder.seat === holder.seat) this.#due.add(state.holder);
  }

  #withdraw(holder: PresenceHolder): void {
    const state = this.#states.get(holder);
    if (state === undefined) return;
    this.#forget(holder);
    this.#byClient.delete(state.client);
    this.#gone.push(state.client);
    if (isLocal(state)) this.#goneHere.push(state.client);
  }

  #remoteNode(node: string): RemoteNode {
    let remote = this.#remote.get(node);
    if (remote === undefined) {
      remote = { holders: new Map(), heardAt: 0 };
      this.#remote.set(node, remote);
    }
    return remote;
  }

  #takeOver(remote: RemoteNode, node: string, { client, seat, json }: RemoteState): void {
    if (json === 'null') {
      this.#goneThere(remote, client);
      return;
    }
    const holder = remote.holders.get(client) ?? { node, client, seat };
    remote.holders.set(client, holder);
    this.#put(holder, client, json);
  }

  #goneThere(remote: RemoteNode, client: number): void {
    const holder = remote.holders.get(client);
    remote.holders.delete(client);
    if (holder !== undefined) this.#withdraw(holder);
  }

  #forget(holder: PresenceHolder): void {
    this.#states.delete(holder);
    this.#due.delete(holder);
  }

  #entry({ client, json }: State): AwarenessEntry {
    return { client, clock: this.#tick(), json };
  }

  #tick(): number {
    this.#lastClock = Math.max(this.#lastClock + 1, this.#clock.now());
    return this.#lastClock;
  }
}

const isLocal = ({ holder }: State): boolean => !('node' in holder);

const asRemote = ({ holder, client, json }: State): RemoteState => ({ client, seat: holder.seat, json });

function batch(
  gone: readonly AwarenessEntry[],
  sent: ReadonlyMap<PresenceHolder, AwarenessEntry>,
): PresenceBatch {
  return {
    states: encodeStates([...gone, ...sent.values()]),
    isIn: (holder) => sent.has(holder),
    without(holder) {
      const others = [...sent].filter(([each]) => each !== holder).map(([, entry]) => entry);
      return gone.length + others.length === 0 ? null : encodeStates([...gone, ...others]);
    },
  };
}

/** The state with the seat it comes from put in by the server; `'none'` for a withdrawn one, `null` for what is no state at all. */
function stamp(json: string, seat: string): string | null {
  const state = parse(json);
  if (state === null) return 'none';
  if (typeof state !== 'object' || Array.isArray(state)) return null;
  return JSON.stringify({ ...state, user: { seat } });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
