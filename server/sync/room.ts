import * as Y from 'yjs';
import type { SeatId } from '#shared/kernel/ids.ts';
import { CLOSE, type RejectionCode } from '#shared/protocol/sync.ts';
import type { Access } from '#shared/session/permission.ts';
import type { NewLogRow, StoredDocument } from '#server/storage/update-log.ts';
import { Answers } from './answers.ts';
import { ClientOwners, SERVER } from './client-owners.ts';
import { Committer, type PendingRow } from './committer.ts';
import { Connection } from './connection.ts';
import { FanOut, type Receiver } from './fan-out.ts';
import { inspectUpdate } from './inspect.ts';
import type { Offer, RoomPort } from './room-port.ts';
import { KnownAlready } from './known-already.ts';
import { ChangeFailed, LivePage, type Change } from './live-page.ts';
import { paceFor } from './pace.ts';
import { PageStates, type PageState } from './page-states.ts';
import { judgeChange } from './page-policy.ts';
import { Presence } from './presence.ts';
import { Peers } from './peers.ts';
import type { SyncContext } from './sync-context.ts';
import type { SyncSocket } from './sync-socket.ts';
import { frame } from './frame.ts';
import { encodeAwareness, encodeHello, encodeSyncStep2, encodeUpdate } from './wire.ts';

/** The SyncStep2 after which a client knows that it has everything. */
const NOTHING_MORE = frame(encodeSyncStep2(Y.encodeStateAsUpdate(new Y.Doc())));

const framed = (update: Uint8Array): Buffer => frame(encodeUpdate(update));

export interface RoomEvents {
  /** The last connection has left. */
  empty(): void;
  /** The room can be used no more. */
  ended(): void;
}

/** The room has left memory because the log could not take what it held; a new one can be made from the log. */
export class RoomFailed extends Error {}

/**
 * One page while somebody has it open: the document in memory, who is connected, and the order of things. What is changed goes to the log
 * first, and is told to anybody (broadcast, answered, acknowledged, read) only when it is in there. When the log cannot take it,
 * the room is thrown away and everybody sent off to come back with what they have not had acknowledged.
 */
export class Room implements RoomPort {
  readonly document: string;
  readonly epoch: number;
  readonly connections = new Set<Connection>();
  readonly #context: SyncContext;
  readonly #page: LivePage;
  readonly #owners: ClientOwners;
  readonly #committer: Committer;
  readonly #presence: Presence;
  readonly #fanOut: FanOut;
  readonly #answers: Answers;
  readonly #states: PageStates;
  readonly #peers: Peers;
  readonly #known = new KnownAlready();
  readonly #events: RoomEvents;
  #hasEnded = false;

  /** Throws when what is stored cannot be decoded. */
  constructor(
    document: string,
    stored: StoredDocument,
    owners: ReadonlyMap<number, string>,
    context: SyncContext,
    events: RoomEvents,
  ) {
    this.document = document;
    this.epoch = stored.epoch;
    this.#context = context;
    this.#events = events;
    this.#owners = new ClientOwners(owners);
    this.#page = new LivePage(
      (doc) => applyStored(doc, stored),
      (doc) => this.#freeClientId(doc),
    );
    const seq = stored.tail.at(-1)?.seq ?? stored.snapshot?.seq ?? 0;
    this.#committer = new Committer(
      document,
      context.log,
      seq,
      context,
      (rows, firstSeq) => this.#committed(rows, firstSeq),
      (error) => this.#commitFailed(error),
    );
    this.#presence = new Presence(this.#owners, context.clock, context.timers, context.limits, (states) =>
      this.#peers.tellPresence(states),
    );
    this.#fanOut = new FanOut(
      this.connections,
      this.#presence,
      Y.decodeStateVector(this.stateVector()),
      (costMs) => paceFor(costMs, context.loopBusy()),
      context.timers,
      context.metrics,
    );
    this.#answers = new Answers(this.doc, context.limits.answersKept);
    this.#states = new PageStates(document, stored, context);
    this.#peers = new Peers(document, seq, context, this.#presence, {
      take: (row) => this.#takeForeign(row),
      inOrder: (rows) => this.#countRows(rows),
      learn: (owners) => this.#owners.learn(owners),
      presenceChanged: () => this.#fanOut.wake(),
    });
  }

  get doc(): Y.Doc {
    return this.#page.doc;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether nothing is on its way to the log. */
  get isSettled(): boolean {
    return this.#committer.isSettled;
  }

  /** How long what is not in the log yet has waited, ms. */
  get unackedAgeMs(): number {
    return this.#committer.waitingMs;
  }

  /** The sequence of the last committed row. */
  get seq(): number {
    return this.#peers.seq;
  }

  // --- connections

  /** `since`: the row whose state the client has fetched already. */
  join(socket: SyncSocket, seat: SeatId, access: Access, since: number | null = null): Connection {
    const connection = new Connection(this, socket, seat, access, this.#context, since);
    this.connections.add(connection);
    connection.open([encodeHello(this.epoch, this.seq, this.#context.clock.now())]);
    return connection;
  }

  leave(connection: Receiver): void {
    const connections: Set<Receiver> = this.connections;
    if (!connections.delete(connection) || this.#hasEnded) return;
    this.#presence.leave(connection);
    this.#fanOut.wake();
    if (connections.size === 0) this.#events.empty();
  }

  /** Signs of life in both directions. */
  heartbeat(): void {
    this.#presence.renew();
    this.#fanOut.wake();
    for (const connection of [...this.connections]) connection.keepAlive();
  }

  // --- what connections ask for

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  answerTo(stateVector: Uint8Array, since: number | null, give: (frames: Buffer | null) => void): void {
    const rows = this.#rowsSince(since);
    if (rows !== null) give(rows);
    else if (!this.#giveKept(stateVector, give))
      this.#context.encodings.run(() => {
        // Somebody in line before may have had the same question.
        if (!this.#hasEnded && !this.#giveKept(stateVector, give)) this.#giveMade(stateVector, give);
      });
  }

  /** `giveUp` runs instead when it never will be. */
  whenDurable(run: () => void, giveUp?: () => void): void {
    this.#committer.whenDurable(run, giveUp);
  }

  offer(update: Uint8Array, seat: string, mayWrite: boolean, leads = false): Offer {
    if (this.#known.has(update)) return { kind: 'taken', refusal: null, steps: 0 };
    const inspection = inspectUpdate(this.doc, update, seat, this.#owners, this.#context.limits);
    // What it builds on may be in the log already, by way of another server.
    if (inspection.kind === 'gap') void this.#peers.catchUp();
    if (inspection.kind !== 'fit') return inspection;
    try {
      const { change, refusal } = this.#page.change(
        (doc) => Y.applyUpdate(doc, update),
        (transaction): RejectionCode | null =>
          mayWrite ? judgeChange(transaction, { seat, leads }) : 'read-only',
      );
      this.#assertWhole();
      if (change === null) this.#known.add(update);
      else this.#commit(change, seat, refusal === null ? 'edit' : 'revert', inspection.newClients);
      return { kind: 'taken', refusal, steps: inspection.steps };
    } catch (error) {
      return { kind: 'broken', error };
    }
  }

  announce(from: Receiver, states: Uint8Array): boolean {
    try {
      this.#presence.announce(from, states);
    } catch {
      // lib0 throws on reads beyond the end; nothing has been changed by then.
      return false;
    }
    this.#fanOut.wake();
    return true;
  }

  presenceFor(receiver: Receiver): Uint8Array | null {
    const states = this.#presence.statesFor(receiver);
    return states === null ? null : encodeAwareness(states);
  }

  giveUp(event: string, error: unknown): void {
    this.#context.logger.error(event, { page: this.document, error: String(error) });
    const connections = [...this.connections];
    this.end();
    for (const connection of connections) connection.close(CLOSE.tryAgain);
  }

  // --- what the server asks for

  /** Changes the page as the server. Resolves when committed; rejects, having changed nothing, when `change` throws or the log will not have it. */
  transact(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      try {
        const outcome = this.#page.change(change, () => null);
        if (outcome.change !== null) this.#commit(outcome.change, SERVER, 'server', []);
        this.whenDurable(resolve, () => reject(new RoomFailed('not committed')));
      } catch (error) {
        if (!(error instanceof ChangeFailed)) throw error;
        if (error.change !== null) this.#commit(error.change, SERVER, 'revert', []);
        reject(error.cause instanceof Error ? error.cause : error);
      }
    });
  }

  /** What `look` sees now, once that is committed. */
  read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const seen = look(this.doc);
      this.whenDurable(
        () => resolve(seen),
        () => reject(new RoomFailed('not committed')),
      );
    });
  }

  /** The committed state for somebody who joins; the socket tells what came after it. */
  state(): Promise<PageState> {
    return this.#states.recent();
  }

  /** Resolves when nothing is on its way to the log any more, whether it arrived or not. */
  settle(): Promise<void> {
    return new Promise((resolve) => this.whenDurable(resolve, resolve));
  }

  /** Takes the room out of memory. What it holds is in the log, or is lost with a reason told to those who wrote it. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#committer.abandon();
    this.#peers.end();
    this.#fanOut.stop();
    this.doc.destroy();
    this.#events.ended();
  }

  /** Keeps the state so that the next load is quick; called when the page has gone quiet. */
  saveSnapshot(): Promise<void> {
    return this.#states.save();
  }

  /** Side by side rather than merged: a client applies them in no time, and merging them for each who joins takes some. */
  #rowsSince(since: number | null): Buffer | null {
    const updates = since === null ? null : this.#updatesSince(since);
    return updates === null ? null : Buffer.concat([...updates.map(framed), NOTHING_MORE]);
  }

  /**
   * What has been told in ticks so far, after this row. `null` also while rows of ours are in the log behind rows of other servers that
   * are still to be read: those were told, and are not in here yet.
   */
  #updatesSince(seq: number): readonly Uint8Array[] | null {
    return this.#peers.isInStep ? this.#states.since(seq) : null;
  }

  /**
   * Whether there is an answer at hand. What was committed since it was made is looked for when it is sent, not before: a tick
   * passes a client by that has had no answer.
   */
  #giveKept(stateVector: Uint8Array, give: (frames: Buffer | null) => void): boolean {
    const kept = this.#answers.kept(stateVector);
    if (kept === null || this.#updatesSince(kept.seq) === null) return false;
    const send = (): void => {
      const later = this.#updatesSince(kept.seq);
      if (later === null) this.answerTo(stateVector, null, give);
      else give(later.length === 0 ? kept.frames : Buffer.concat([kept.frames, ...later.map(framed)]));
    };
    if (kept.isDurable) send();
    else this.whenDurable(send);
    return true;
  }

  #giveMade(stateVector: Uint8Array, give: (frames: Buffer | null) => void): void {
    const made = this.#answers.make(stateVector, this.seq);
    if (made === null) {
      give(null);
      return;
    }
    if (this.isSettled) {
      made.isDurable = true;
      give(made.frames);
      return;
    }
    this.whenDurable(() => {
      made.isDurable = true;
      // Another server's rows may have been told meanwhile.
      if (!this.#giveKept(stateVector, give)) this.answerTo(stateVector, null, give);
    });
  }

  // --- other servers on the same log

  /** What is between servers on the same log. */
  get peers(): Peers {
    return this.#peers;
  }

  /** It was inspected where it was written, and is in the log: memory follows, whatever it holds. */
  #takeForeign({ update }: NewLogRow): void {
    try {
      const { change } = this.#page.change(
        (doc) => Y.applyUpdate(doc, update),
        () => null,
      );
      this.#assertWhole();
      if (change === null) return;
      this.#fanOut.addForeign(change.update);
      this.#fanOut.wake();
    } catch (error) {
      this.giveUp('sync-replication-failed', error);
    }
  }

  // --- the way to the log

  #commit(change: Change, seat: string, kind: PendingRow['kind'], newClients: readonly number[]): void {
    const claims = newClients.map((client) => ({ client, seat }));
    const own = this.doc.clientID;
    if (change.stateAfter.has(own) && !this.#owners.hasWritten(own))
      claims.push({ client: own, seat: SERVER });
    for (const claim of claims) this.#owners.claim(claim.client, claim.seat);
    this.#committer.add({ ...change, seat, kind, claims, at: this.#context.clock.now() });
  }

  #committed(rows: readonly PendingRow[], firstSeq: number): void {
    this.#context.metrics.count('commits');
    this.#context.metrics.count('rowsCommitted', rows.length);
    for (const row of rows) this.#fanOut.add(row.update, row.stateAfter);
    this.#fanOut.wake();
    this.#peers.committed(rows, firstSeq);
  }

  /** The next rows of the log, whoever wrote them. */
  #countRows(rows: readonly NewLogRow[]): void {
    this.#states.add(rows);
    if (this.#states.isSnapshotDue) void this.saveSnapshot();
  }

  #commitFailed(error: unknown): void {
    this.#context.metrics.count('commitFailures');
    this.giveUp('sync-commit-failed', error);
  }

  /** A document that waits for something missing answers every join with it; inspection lets none of that in. */
  #assertWhole(): void {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('pending structs');
  }

  #freeClientId(doc: Y.Doc): number {
    for (;;) {
      const id = this.#context.randomUint32();
      if (this.#owners.of(id) === undefined && Y.getState(doc.store, id) === 0) {
        this.#owners.reserve(id, SERVER, Infinity);
        return id;
      }
    }
  }
}

function applyStored(doc: Y.Doc, stored: StoredDocument): void {
  doc.transact(() => {
    if (stored.snapshot !== null) Y.applyUpdateV2(doc, stored.snapshot.stateV2);
    for (const row of stored.tail) Y.applyUpdate(doc, row.update);
  });
}
