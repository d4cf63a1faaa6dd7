import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { Access } from '#shared/session/permission.ts';
import { clientAddress } from '#server/auth/client-address.ts';
import type { Bus } from '#server/bus/bus.ts';
import { createHttpServer } from '#server/http/http-server.ts';
import { silentLogger } from '#server/logger.ts';
import type { UpdateLog } from '#server/storage/update-log.ts';
import type { SyncLimits } from '#server/sync/sync-limits.ts';
import { createSyncServer, type SyncServer } from '#server/sync/sync-server.ts';
import { MemoryLog } from './sync-memory-log.ts';
import { PAGE, READ_WRITE, UNKNOWN_PAGE, WORKSHOP } from './sync-names.ts';

/** The sync engine behind a real HTTP server on loopback, with seats by a plain cookie and access as the test says. */
export class SyncHost<L extends UpdateLog = MemoryLog> {
  readonly log: L;
  readonly sync: SyncServer;
  readonly url: string;
  /** By seat; whoever is not in it may read and write. */
  readonly access = new Map<string, Access>();
  /** By seat: cookies that are no longer good. */
  readonly void = new Set<string>();
  /** Nobody's seat is found before this. */
  lookedUp = Promise.resolve();

  private constructor(log: L, sync: SyncServer, url: string) {
    this.log = log;
    this.sync = sync;
    this.url = url;
  }

  static async start(options?: { readonly limits?: Partial<SyncLimits> }): Promise<SyncHost>;
  static async start<L extends UpdateLog>(options: HostOptions<L>): Promise<SyncHost<L>>;
  static async start(options: Partial<HostOptions<UpdateLog>> = {}): Promise<SyncHost<UpdateLog>> {
    const log = options.log ?? new MemoryLog();
    const server = createHttpServer();
    const sync = createSyncServer({
      log,
      authority: {
        access: (workshop, page, seat) => Promise.resolve(host.#accessOf(workshop, page, seat)),
      },
      seatOf: async (request) => {
        await host.lookedUp;
        return host.#seatOf(request);
      },
      addressOf: clientAddress(true),
      ...(options.bus === undefined ? {} : { bus: options.bus }),
      clock: { now: () => Date.now() },
      logger: silentLogger,
      ...(options.limits === undefined ? {} : { limits: options.limits }),
    });
    server.on('upgrade', (request, tcp, head) => sync.handleUpgrade(request, tcp, head));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const host = new SyncHost(log, sync, `ws://127.0.0.1:${port}`);
    onTestFinished(async () => {
      await sync.close();
      server.closeAllConnections();
      server.close();
    });
    if (options.page !== null) await host.create(options.page ?? (() => {}));
    return host;
  }

  /** Address of a page, as a stock client takes it: `serverUrl` and `roomname`. */
  get syncUrl(): string {
    return `${this.url}/sync`;
  }

  create(build: (doc: Y.Doc) => void): Promise<void> {
    return this.sync.pages.create(WORKSHOP, PAGE, build);
  }

  transact(change: (doc: Y.Doc) => void): Promise<void> {
    return this.sync.pages.transact(WORKSHOP, PAGE, change);
  }

  /** The page's objects as the server has them, committed. */
  objects(): Promise<unknown> {
    return this.sync.pages.read(WORKSHOP, PAGE, (doc) => objectsOf(doc).toJSON());
  }

  /** Changes what a seat may do and lets the engine know. */
  async allow(seat: string, access: Access): Promise<void> {
    this.access.set(seat, access);
    await this.sync.pages.accessChanged(WORKSHOP);
  }

  #accessOf(workshop: string, page: string, seat: string): Access | null {
    if (workshop !== WORKSHOP) return null;
    if (page !== PAGE) return UNKNOWN_PAGE;
    return this.access.get(seat) ?? READ_WRITE;
  }

  #seatOf(request: IncomingMessage): SeatId | null {
    const seat = /(?:^|; )seat=([a-z]+)/.exec(request.headers.cookie ?? '')?.[1];
    return seat === undefined || this.void.has(seat) ? null : (seat as SeatId);
  }
}

export interface HostOptions<L extends UpdateLog> {
  readonly log: L;
  readonly limits?: Partial<SyncLimits>;
  readonly bus?: Bus;
  /** First content of the page; `null` for a page that is there already. */
  readonly page?: ((doc: Y.Doc) => void) | null;
}
