import { io, type Socket } from 'socket.io-client';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { CodeLookup, SeatInfo, TransferLink, WorkshopSummary } from '#shared/protocol/http.ts';
import type { Ack, ClientToServer, ServerToClient, SessionView } from '#shared/protocol/session-socket.ts';
import type { Command } from '#shared/session/command.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import type { Role } from '#shared/session/role.ts';

export interface Reply<T> {
  readonly status: number;
  readonly body: T;
}

/** A browser without the pages: a cookie jar and the HTTP interface. */
export class ApiClient {
  readonly #url: () => string;
  readonly #cookies = new Map<string, string>();
  headers: Record<string, string> = {};

  constructor(url: () => string) {
    this.#url = url;
  }

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async call<T = unknown>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
    const response = await fetch(`${this.#url()}/api${path}`, {
      method,
      headers: {
        cookie: this.cookieHeader,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T };
  }

  signIn(secret: string): Promise<Reply<unknown>> {
    return this.call('POST', '/leader-session', { secret });
  }

  async createWorkshop(template = 'bredbandslyftet', title = 'Bredbandslyftet'): Promise<WorkshopSummary> {
    const order = { template, title, organisation: 'Exempel kommun', language: 'sv' };
    return (await this.call<WorkshopSummary>('POST', '/workshops', order)).body;
  }

  async join(code: string, name: string, role: Role): Promise<SeatInfo> {
    const found = await this.call<CodeLookup>('GET', `/codes/${code}`);
    const request = { code, name, organisation: 'Exempel kommun', role };
    return (await this.call<SeatInfo>('POST', `/workshops/${found.body.workshopId}/seats`, request)).body;
  }

  transferLink(workshop: string): Promise<Reply<TransferLink>> {
    return this.call<TransferLink>('POST', `/workshops/${workshop}/transfer-links`, {});
  }

  connect(workshop: WorkshopId): Promise<SessionClient> {
    return SessionClient.connect(this.#url(), this.cookieHeader, workshop);
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const at = pair.indexOf('=');
    const gone = attributes.some((attribute) => attribute.trim().startsWith('Expires=Thu, 01 Jan 1970'));
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** One screen's session socket, remembering all it was ever sent. */
export class SessionClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly frames: string[] = [];
  readonly events: SessionEvent[] = [];
  view: SessionView | null = null;
  signedOut: string | null = null;

  private constructor(socket: Socket<ServerToClient, ClientToServer>) {
    this.socket = socket;
    socket.onAny((...args: unknown[]) => this.frames.push(JSON.stringify(args)));
    socket.on('state', (view) => (this.view = view));
    socket.on('event', (event) => this.events.push(event));
    socket.on('signed-out', (reason) => (this.signedOut = reason));
  }

  static async connect(url: string, cookie: string, workshop: WorkshopId): Promise<SessionClient> {
    const client = new SessionClient(
      io(url, {
        transports: ['websocket'],
        auth: { workshop, language: 'sv' },
        query: { workshop },
        extraHeaders: { cookie },
        reconnection: false,
        forceNew: true,
      }),
    );
    await new Promise<void>((resolve, reject) => {
      client.socket.once('connect_error', reject);
      client.socket.once('state', () => resolve());
    });
    return client;
  }

  command(command: Command | Readonly<Record<string, unknown>>): Promise<Ack> {
    return this.socket.timeout(5000).emitWithAck('command', command as Command);
  }

  ballot(pollId: string, submissionId: string, ballot: unknown): Promise<Ack<unknown>> {
    return this.socket.timeout(5000).emitWithAck('ballot', { pollId, submissionId, ballot });
  }

  get seatId(): SeatId {
    if (this.view === null) throw new Error('no view yet');
    return this.view.seatId;
  }

  close(): void {
    this.socket.disconnect();
  }
}
