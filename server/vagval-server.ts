import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { pageAccess } from '#shared/session/permission.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import { clientAddress } from './auth/client-address.ts';
import { readCookie, seatCookie } from './auth/cookies.ts';
import { leaderKey, openLeaderKey, type LeaderKey } from './auth/leader-key.ts';
import { SeatingService } from './auth/seating.ts';
import { NO_BUS } from './bus/bus.ts';
import { RedisBus } from './bus/redis-bus.ts';
import type { Options } from './config/options.ts';
import { PageHistory } from './history/page-history.ts';
import { PageRewinds } from './history/page-rewinds.ts';
import { createApp } from './http/app.ts';
import { createHttpServer } from './http/http-server.ts';
import { lanAddress } from './http/lan-address.ts';
import { createLinks } from './http/links.ts';
import type { Logger } from './logger.ts';
import { createReviewService } from './review/review-service.ts';
import { CommandHandler } from './session/command-handler.ts';
import { SessionService } from './session/session-service.ts';
import { SessionSockets } from './session/session-socket.ts';
import { WorkshopFactory } from './session/workshop-factory.ts';
import { createOperatorsMetrics } from './operations/prometheus.ts';
import { RestoreWatch } from './operations/restore-watch.ts';
import { openStorage } from './storage/open-storage.ts';
import type { BallotStore, WorkshopStore } from './storage/workshop-store.ts';
import { ThreadedEncoder } from './sync/encoding/page-encoder.ts';
import { startEncoder } from './sync/encoding/start-encoder.ts';
import type { PageStore } from './sync/sync-port.ts';
import { createSyncServer, type SyncServer } from './sync/sync-server.ts';
import { VotingService } from './voting/voting-service.ts';

export interface VagvalServer {
  readonly port: number;
  readonly leaderKey: LeaderKey;
  readonly pages: PageStore;
  readonly store: WorkshopStore;
  readonly ballots: BallotStore;
  /** Commits what is under way, tells everyone to come back, and closes. */
  close(): Promise<void>;
}

/** How often workshops nobody asks about are dropped from memory. */
const SWEEP_MS = 60_000;
/** How often servers on one database tell each other what they have; a lost message is made good by the next. */
const BEAT_MS = 1_000;

/**
 * The one place that says `new` across folders: storage at the bottom, the session, pages and ballots over it, and three
 * ways in (HTTP, session socket, sync socket) on one port. `pagesFor` gives the handler that serves the client.
 */
export async function startServer(
  options: Pick<
    Options,
    | 'host'
    | 'port'
    | 'dataDirectory'
    | 'databaseUrl'
    | 'redisUrl'
    | 'leaderKey'
    | 'publicUrl'
    | 'trustProxy'
    | 'metrics'
    | 'dev'
  >,
  logger: Logger,
  pagesFor: (server: Server) => Promise<RequestHandler> | RequestHandler,
): Promise<VagvalServer> {
  let isDraining = false;
  const clock = { now: () => Date.now() };
  const random = (length: number): Uint8Array => randomBytes(length);
  const { publicUrl, dataDirectory, databaseUrl } = options;
  const addressOf = clientAddress(options.trustProxy);

  const ownKey =
    options.leaderKey === null ? await openLeaderKey(dataDirectory) : leaderKey(options.leaderKey);
  const storage = await openStorage(databaseUrl === null ? { dataDirectory } : { databaseUrl }, {
    logger,
    random,
  });
  const redis =
    options.redisUrl === null
      ? null
      : RedisBus.start({ url: options.redisUrl, node: randomBytes(8).toString('hex'), logger });
  const bus = redis ?? NO_BUS;
  const sessions = new SessionService({ store: storage.workshops, clock, logger, bus });
  const seating = new SeatingService({ sessions, store: storage.workshops, clock, random });
  const metrics = createOperatorsMetrics({
    sync: () => sync.metrics(),
    screens: () => sockets.count,
  });
  const sync: SyncServer = createSyncServer({
    log: storage.updateLog,
    authority: {
      access: async (workshop, page, seat) => {
        const state = await sessions.stateWith(workshop, seat);
        return state === null ? null : pageAccess(state, seat, page);
      },
    },
    seatOf: (request, workshop) =>
      seating.seatOf(workshop, readCookie(request.headers.cookie, seatCookie(workshop))),
    addressOf,
    clock,
    logger,
    ...(redis === null ? {} : { bus: redis }),
    onTimed: metrics.timed,
    publicOrigin: publicUrl === null ? null : new URL(publicUrl).origin,
  });
  const voting = new VotingService({ sessions, ballots: storage.ballots });
  // A thread of its own: who looks back must not keep those waiting who join.
  const replays = new ThreadedEncoder(startEncoder);
  const history = new PageHistory({
    log: storage.history,
    owners: storage.updateLog,
    encoder: replays,
    logger,
  });
  const rewinds = new PageRewinds({ history, pages: sync.pages });
  const commands = new CommandHandler({ sessions, voting, pages: sync.pages, rewinds });
  const factory = new WorkshopFactory({ store: storage.workshops, pages: sync.pages, clock, random });
  const reviews = createReviewService({ sessions, pages: sync.pages });

  const server = createHttpServer();
  const lanUrl = (): string | null => {
    const address = lanAddress();
    return address === null ? null : `http://${address}:${portOf(server)}`;
  };
  const context = {
    clock,
    logger,
    leaderKey: ownKey,
    store: storage.workshops,
    files: storage.files,
    pages: sync.pages,
    history,
    sessions,
    commands,
    seating,
    factory,
    reviews,
    links: createLinks({ publicUrl, lanUrl: isLoopback(options.host) ? () => null : lanUrl }),
  };
  server.on(
    'request',
    createApp({
      context,
      publicUrl,
      trustProxy: options.trustProxy,
      pages: await pagesFor(server),
      strictHeaders: !options.dev,
      isPaused: () => watch.isPaused,
      operations: {
        metrics,
        metricsFor: options.metrics,
        sync: () => sync.metrics(),
        probeStorage: () => storage.workshops.workshopByCode(''),
        isDraining: () => isDraining,
        isPaused: () => watch.isPaused,
      },
    }),
  );
  const sockets: SessionSockets = new SessionSockets({
    server,
    sessions,
    seating,
    commands,
    voting,
    addressOf,
    clock,
    logger,
    publicUrl,
    bus,
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/sync/') === true) sync.handleUpgrade(request, socket, head);
  });
  sessions.listen((before, event) => {
    if (event.type === 'seat-transferred') sync.pages.signOut(before.id, event.seatId);
    if (changesAccess(event)) void sync.pages.accessChanged(before.id);
  });
  const watch = await RestoreWatch.start({
    standing: () => storage.backups.standing(),
    pause: async () => {
      sockets.pause();
      await sync.pause();
      sessions.forgetAll();
    },
    goOn: async () => {
      sessions.forgetAll();
      await sync.goOn();
      sockets.goOn();
    },
    logger,
  });
  const sweep = setInterval(() => void sessions.sweep(), SWEEP_MS);
  sweep.unref();
  const beat =
    redis === null
      ? null
      : setInterval(() => {
          void sessions.beat();
          sockets.beat();
        }, BEAT_MS);
  beat?.unref();

  await listen(server, options.host, options.port);
  return {
    port: portOf(server),
    leaderKey: ownKey,
    pages: sync.pages,
    store: storage.workshops,
    ballots: storage.ballots,
    close: async () => {
      isDraining = true;
      clearInterval(sweep);
      await watch.stop();
      if (beat !== null) clearInterval(beat);
      await sync.drain();
      await sockets.close();
      await sync.close();
      server.closeAllConnections();
      await replays.close();
      await bus.close();
      await storage.close();
    },
  };
}

/** Events after which somebody may do more, or less, with some page. */
const changesAccess = (event: SessionEvent): boolean =>
  [
    'activity-opened',
    'page-locked',
    'page-unlocked',
    'seat-admitted',
    'seat-removed',
    'seat-role-changed',
    'workshop-ended',
    'workshop-reopened',
  ].includes(event.type);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
