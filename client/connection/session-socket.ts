import { io, type Socket } from 'socket.io-client';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';
import { isErrorKind, type ErrorBody } from '#shared/protocol/error-kind.ts';
import type {
  Ack,
  BallotReceipt,
  BallotStatus,
  BallotSubmission,
  ClientToServer,
  ServerToClient,
} from '#shared/protocol/session-socket.ts';
import type { Command } from '#shared/session/command.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import type { SessionListener, SessionTransport } from './session-transport.ts';

/** A commit takes milliseconds; a phone on a bad link some seconds. After this the person may try again. */
const ACK_PATIENCE_MS = 10_000;
const CLOCK_PATIENCE_MS = 5_000;
/** The server refused for a reason that passes (it is starting, its store is full): ask again, not all at once. */
const RETRY_REFUSED_MS = 3_000;

export interface SessionSocketOptions {
  /** Where the server is: our own origin. */
  readonly origin: string;
  readonly workshop: WorkshopId;
  readonly language: () => Language;
  readonly noConnection: () => string;
  readonly random: () => number;
}

/** The session over socket.io. */
export class SessionSocket implements SessionTransport {
  readonly #options: SessionSocketOptions;
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(options: SessionSocketOptions) {
    this.#options = options;
    this.#socket = io(options.origin, {
      // A socket of our own: two sessions in one page must not share a connection.
      forceNew: true,
      path: '/socket.io',
      // For a proxy, which sends all of a workshop to one of several servers; who may do what is asked by `auth`.
      query: { workshop: options.workshop },
      // Asked at every attempt, so that refusals come in the language of the page.
      auth: (give) => give({ workshop: options.workshop, language: options.language() }),
      transports: ['websocket', 'polling'],
      // Some networks let websockets through only in pretence.
      tryAllTransports: true,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 8_000,
      // A room whose network comes back does not knock in step.
      randomizationFactor: 0.6,
    });
  }

  open(listener: SessionListener): void {
    const socket = this.#socket;
    socket.on('connect', () => listener.online());
    socket.on('disconnect', (reason) => {
      if (!this.#ended) listener.offline();
      // The only end that socket.io takes for final: the server restarts politely.
      if (reason === 'io server disconnect') this.#retryLater();
    });
    socket.on('connect_error', (error) => this.#connectError(error, listener));
    socket.on('state', (view) => listener.view(view));
    socket.on('event', (event) => listener.event(event));
    socket.on('presence', (presence) => listener.presence(presence));
    socket.on('turnout', (turnout) => listener.turnout(turnout));
    socket.on('signed-out', () => {
      this.close();
      listener.signedOut();
    });
    socket.connect();
  }

  command(command: Command): Promise<Ack> {
    return this.#acknowledged((socket) => socket.emitWithAck('command', command));
  }

  ballot(submission: BallotSubmission): Promise<Ack<BallotReceipt>> {
    return this.#acknowledged((socket) => socket.emitWithAck('ballot', submission));
  }

  myBallot(pollId: string): Promise<Ack<BallotStatus>> {
    return this.#acknowledged((socket) => socket.emitWithAck('my-ballot', pollId));
  }

  async serverTime(): Promise<EpochMs> {
    if (!this.#socket.connected) throw new Error('not connected');
    // socket.io loses the type of an ack's only argument.
    return (await this.#socket.timeout(CLOCK_PATIENCE_MS).emitWithAck('clock')) as EpochMs;
  }

  refresh(): void {
    if (this.#socket.connected) this.#socket.emit('refresh');
  }

  reconnect(): void {
    if (this.#ended) return;
    clearTimeout(this.#retry);
    // Without the disconnect, socket.io would sit out its present delay.
    this.#socket.disconnect().connect();
  }

  leave(): void {
    clearTimeout(this.#retry);
    this.#socket.disconnect();
  }

  close(): void {
    this.#ended = true;
    this.leave();
  }

  /** Sends now or not at all: socket.io would keep it and send it whenever the connection is back. */
  async #acknowledged<T>(
    send: (socket: ReturnType<Socket<ServerToClient, ClientToServer>['timeout']>) => Promise<Ack<T>>,
  ): Promise<Ack<T>> {
    const lost: Ack<T> = {
      ok: false,
      error: { kind: 'no-connection', text: this.#options.noConnection() },
    };
    if (!this.#socket.connected) return lost;
    try {
      return await send(this.#socket.timeout(ACK_PATIENCE_MS));
    } catch {
      return lost;
    }
  }

  #connectError(error: Error & { readonly data?: unknown }, listener: SessionListener): void {
    const refusal = readRefusal(error.data);
    if (refusal?.kind === 'not-signed-in') {
      this.close();
      listener.refused(refusal);
      return;
    }
    listener.offline();
    // A refusal stops socket.io's own attempts; a network failure does not.
    if (!this.#socket.active) this.#retryLater();
  }

  #retryLater(): void {
    if (this.#ended) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#socket.connect(), RETRY_REFUSED_MS * (0.5 + this.#options.random()));
  }
}

function readRefusal(data: unknown): ErrorBody | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('text' in data)) return null;
  return isErrorKind(data.kind) && typeof data.text === 'string'
    ? { kind: data.kind, text: data.text }
    : null;
}
