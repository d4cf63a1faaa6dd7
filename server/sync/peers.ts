import {
  decodePageNews,
  encodePageNews,
  type Claim,
  type PageNews,
  type RemoteState,
} from '#server/bus/page-news.ts';
import type { PendingRow } from './committer.ts';
import type { Presence } from './presence.ts';
import { Replication, type ReplicationPort } from './replication.ts';
import type { SyncContext } from './sync-context.ts';

export interface PeersPort extends ReplicationPort {
  /** Somebody's presence has changed elsewhere. */
  presenceChanged(): void;
}

/** One page's line to the other servers that have it in memory: rows and presence, theirs and ours. */
export class Peers {
  readonly #document: string;
  readonly #context: SyncContext;
  readonly #presence: Presence;
  readonly #port: PeersPort;
  readonly #replication: Replication;
  readonly #leave: () => void;

  /** `seq`: the last row of the log that the page holds. */
  constructor(document: string, seq: number, context: SyncContext, presence: Presence, port: PeersPort) {
    this.#document = document;
    this.#context = context;
    this.#presence = presence;
    this.#port = port;
    this.#replication = new Replication(document, seq, context.log, context.logger, port);
    this.#leave = context.bus.subscribe(document, {
      heard: (message, node) => this.#heard(decodePageNews(message), node),
      joined: () => void this.#replication.catchUp(),
    });
  }

  /** All rows of the log up to this one are in the page. */
  get seq(): number {
    return this.#replication.seq;
  }

  /** Whether no row of ours is in the log behind others' rows that are still to be read. */
  get isInStep(): boolean {
    return this.#replication.isInStep;
  }

  /** Rows of ours are in the log from `firstSeq` on. */
  committed(rows: readonly PendingRow[], firstSeq: number): void {
    this.#tell({ kind: 'rows', firstSeq, rows, claims: rows.flatMap(({ claims }) => claims) });
    this.#replication.wrote(firstSeq, rows);
  }

  tellPresence(states: readonly RemoteState[]): void {
    this.#tell({ kind: 'presence', states });
  }

  /** Says how far the log goes, in case the message about it was lost, and who is here; again every time, since this may be lost as well. */
  beat(): void {
    this.#tell({ kind: 'seq', seq: this.seq });
    const states = this.#presence.localStates();
    if (states.length > 0) this.#tell({ kind: 'all-presence', states });
    this.expire();
  }

  /** Lets go of those whose server has fallen silent. */
  expire(): void {
    this.#presence.expire();
    this.#port.presenceChanged();
  }

  /** The log is known to go this far. */
  logGoes(seq: number): void {
    this.#replication.heardOf(seq);
  }

  /** Looks into the log for what others have put there. */
  catchUp(): Promise<void> {
    return this.#replication.catchUp();
  }

  end(): void {
    this.#replication.end();
    this.#leave();
  }

  #tell(news: PageNews): void {
    this.#context.bus.publish(this.#document, encodePageNews(news));
  }

  #heard(news: PageNews, node: string): void {
    switch (news.kind) {
      case 'rows':
        return this.#replication.heard(news.firstSeq, news.rows, ownersOf(news.claims));
      case 'seq':
        return this.#replication.heardOf(news.seq);
      case 'presence':
      case 'all-presence':
        this.#presence.heard(node, news.states, news.kind === 'all-presence');
        return this.#port.presenceChanged();
    }
  }
}

const ownersOf = (claims: readonly Claim[]): ReadonlyMap<number, string> =>
  new Map(claims.map(({ client, seat }) => [client, seat]));
