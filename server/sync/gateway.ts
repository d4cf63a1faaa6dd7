import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { CLOSE, pageDocument, type CloseCode } from '#shared/protocol/sync.ts';
import { AtOnce } from '#server/auth/at-once.ts';
import type { ClientAddress } from '#server/auth/client-address.ts';
import type { AccessWatch } from './access-watch.ts';
import { parseSyncAddress, type SyncAddress } from './address.ts';
import type { Connection } from './connection.ts';
import { isAllowedOrigin } from './origin.ts';
import type { Room } from './room.ts';
import type { Lease, RoomRegistry } from './room-registry.ts';
import type { SyncContext } from './sync-context.ts';
import { SyncWebSocket, WsSocket } from './ws-socket.ts';

/** Whose seat the request's cookie is, in this workshop; `null` for nobody's. */
export type SeatOf = (request: IncomingMessage, workshop: WorkshopId) => Promise<SeatId | null>;

/** What a request says of where it comes from and who sends it. */
export interface Visitors {
  readonly seatOf: SeatOf;
  readonly addressOf: ClientAddress;
  readonly publicOrigin: string | null;
}

/** A socket that is not in a room yet. */
interface Knock {
  readonly ws: WebSocket;
  readonly tcp: Duplex;
  readonly request: IncomingMessage;
  readonly address: string;
  /** It is known whose it is, or it has gone. */
  readonly known: () => void;
}

/** Who is coming in, and how many seats had been signed out when that was found. */
interface Guest {
  readonly seat: SeatId;
  readonly signOuts: number;
}

interface Line {
  readonly ws: WebSocket;
  readonly connection: Connection;
  /** Pings since it was last heard of. */
  unanswered: number;
}

/**
 * From an HTTP upgrade to a connection in a room. Every upgrade is accepted and a refusal is told by close code: a browser that is
 * refused the upgrade learns nothing of why, and tries again for ever. Nothing is read from the socket until it is known who is there.
 */
export class Gateway {
  readonly #server: WebSocketServer;
  readonly #registry: RoomRegistry;
  readonly #access: AccessWatch;
  readonly #visitors: Visitors;
  readonly #waiting: AtOnce;
  readonly #refused: AtOnce;
  readonly #context: SyncContext;
  readonly #lines = new Set<Line>();
  #isDraining = false;
  #isPaused = false;

  constructor(registry: RoomRegistry, access: AccessWatch, visitors: Visitors, context: SyncContext) {
    this.#registry = registry;
    this.#access = access;
    this.#visitors = visitors;
    this.#waiting = new AtOnce(context.limits.waitingPerAddressMax);
    this.#refused = new AtOnce(context.limits.refusedPerAddressMax);
    this.#context = context;
    const options = {
      noServer: true,
      clientTracking: false,
      // Compressing costs eight times what sending does, and finished frames could not be shared between sockets.
      perMessageDeflate: false,
      maxPayload: context.limits.frameMaxBytes,
      closeTimeout: context.limits.closeTimeoutMs,
      WebSocket: SyncWebSocket,
    };
    this.#server = new WebSocketServer(options);
  }

  handleUpgrade(request: IncomingMessage, tcp: Duplex, head: Buffer): void {
    // Errors before the handshake is complete would otherwise be thrown.
    tcp.on('error', ignore);
    this.#server.handleUpgrade(request, tcp, head, (ws) => {
      tcp.off('error', ignore);
      ws.pause();
      ws.on('error', ignore);
      this.#knock(ws, tcp, request);
    });
  }

  /** Accepts nobody from now on. */
  stop(): void {
    this.#isDraining = true;
  }

  /** Sends everybody off to come back later, and lets nobody in until `goOn`. */
  pause(): void {
    this.#isPaused = true;
    for (const { connection } of [...this.#lines]) connection.close(CLOSE.tryAgain);
  }

  goOn(): void {
    this.#isPaused = false;
  }

  /** Closes connections in groups, since stock clients come back all at once. */
  async closeInBatches(): Promise<void> {
    const { limits, timers } = this.#context;
    const lines = [...this.#lines];
    for (let start = 0; start < lines.length; start += limits.drainBatch) {
      if (start > 0) await new Promise<void>((resolve) => timers.after(limits.drainIntervalMs, resolve));
      for (const { connection } of lines.slice(start, start + limits.drainBatch))
        connection.close(CLOSE.restart);
    }
  }

  terminateAll(): void {
    for (const { connection } of [...this.#lines]) connection.cut();
  }

  /** Pings everyone, and cuts off those that have been silent for long: their line is open at our end only. */
  heartbeat(): void {
    for (const line of [...this.#lines]) {
      // What we do not read we cannot hear.
      if (line.connection.isThrottled) line.unanswered = 0;
      if (line.unanswered >= this.#context.limits.pingsUnansweredMax) line.connection.cut();
      line.unanswered += 1;
      line.ws.ping();
    }
  }

  #knock(ws: WebSocket, tcp: Duplex, request: IncomingMessage): void {
    const address = this.#visitors.addressOf(request);
    const known = this.#waiting.enter(address);
    const knock: Knock = { ws, tcp, request, address, known: known ?? ignore };
    if (known === null) {
      this.#refuse(knock, CLOSE.tooMany);
      return;
    }
    ws.on('close', known);
    void this.#open(knock);
  }

  async #open(knock: Knock): Promise<void> {
    try {
      const refusal = await this.#admit(knock);
      if (refusal !== null) this.#refuse(knock, refusal);
    } catch (error) {
      this.#context.logger.error('sync-open-failed', { error: String(error) });
      this.#refuse(knock, CLOSE.cannotLoad);
    }
  }

  #refuse({ ws, tcp, address, known }: Knock, code: CloseCode): void {
    this.#context.metrics.countRefusal(code);
    known();
    const gone = this.#refused.enter(address);
    if (gone !== null) ws.on('close', gone);
    ws.resume();
    ws.close(code);
    if (gone === null) tcp.end(() => tcp.destroy());
  }

  /** Resolves to the code to close with, or to `null` when the connection is in its room. */
  async #admit({ ws, tcp, request, known }: Knock): Promise<CloseCode | null> {
    if (this.#isDraining) return CLOSE.restart;
    if (this.#isPaused) return CLOSE.cannotLoad;
    if (!isAllowedOrigin(request.headers, this.#visitors.publicOrigin)) return CLOSE.forbidden;
    const address = parseSyncAddress(request.url ?? '');
    if (address === null) return CLOSE.unknownPage;
    const signOuts = this.#access.signOuts;
    const seat = await this.#visitors.seatOf(request, address.workshop);
    if (seat === null) return CLOSE.notSignedIn;
    known();
    return this.#enter(ws, tcp, address, { seat, signOuts });
  }

  async #enter(ws: WebSocket, tcp: Duplex, address: SyncAddress, guest: Guest): Promise<CloseCode | null> {
    const { workshop, page } = address;
    // Asked before anything is loaded, so that nobody makes us load what they may not read.
    const first = await this.#access.admit(workshop, page, guest.seat, () => null);
    if (first !== 'joined') return first === 'unknown' ? CLOSE.unknownPage : CLOSE.forbidden;
    const lease = await this.#registry.lease(pageDocument(workshop, page));
    if (lease === null) return CLOSE.unknownPage;
    try {
      return await this.#join(ws, tcp, address, guest, lease);
    } finally {
      lease.release();
    }
  }

  async #join(
    ws: WebSocket,
    tcp: Duplex,
    { workshop, page, epoch, since }: SyncAddress,
    guest: Guest,
    { room }: Lease,
  ): Promise<CloseCode | null> {
    if (epoch !== null && epoch !== room.epoch) return CLOSE.wrongEpoch;
    let refusal: CloseCode | null = null;
    const outcome = await this.#access.admit(workshop, page, guest.seat, (access) => {
      refusal = this.#lastRefusal(room, guest);
      if (refusal !== null || ws.readyState !== ws.OPEN) return null;
      const connection = room.join(new WsSocket(ws, tcp), guest.seat, access, since);
      this.#wire(ws, tcp, connection, workshop);
      return connection;
    });
    if (outcome !== 'joined') return outcome === 'unknown' ? CLOSE.unknownPage : CLOSE.forbidden;
    return refusal;
  }

  #lastRefusal(room: Room, { seat, signOuts }: Guest): CloseCode | null {
    if (this.#isDraining) return CLOSE.restart;
    if (this.#isPaused) return CLOSE.cannotLoad;
    // The cookie may have been voided since it was looked at; coming back finds out.
    if (room.hasEnded || signOuts !== this.#access.signOuts) return CLOSE.tryAgain;
    const own = [...room.connections].filter((connection) => connection.seat === seat);
    return own.length < this.#context.limits.connectionsPerSeatMax ? null : CLOSE.tooMany;
  }

  #wire(ws: WebSocket, tcp: Duplex, connection: Connection, workshop: WorkshopId): void {
    const line: Line = { ws, connection, unanswered: 0 };
    this.#lines.add(line);
    ws.on('message', (data, isBinary) => {
      line.unanswered = 0;
      if (isBinary) connection.receive(bytesOf(data));
      else connection.refuse(CLOSE.malformed, 'text frame');
    });
    ws.on('pong', () => (line.unanswered = 0));
    ws.on('close', () => {
      this.#lines.delete(line);
      this.#access.forget(workshop, connection);
      connection.ended();
    });
    tcp.on('drain', () => connection.drained());
    this.#watchForStall(tcp, connection);
    ws.resume();
  }

  /** Node's own idle timer sees single bytes leave, where counting finished writes would call a large page on a slow line a stall. */
  #watchForStall(tcp: Duplex, connection: Connection): void {
    if (!(tcp instanceof Socket)) return;
    tcp.setTimeout(this.#context.limits.stalledMaxMs);
    tcp.on('timeout', () => connection.stalled());
  }
}

/** A socket's error is followed by its close, and that is where it is dealt with. */
function ignore(): void {}

function bytesOf(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return Array.isArray(data) ? Buffer.concat(data) : data;
}
