import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { languageFrom } from '#shared/i18n/language.ts';
import type { ErrorBody, ErrorKind } from '#shared/protocol/error-kind.ts';
import type {
  Ack,
  BallotSubmission,
  ClientToServer,
  Presence,
  ServerToClient,
  Turnout,
} from '#shared/protocol/session-socket.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import { isRecused } from '#shared/session/permission.ts';
import { changesView, visibleEvent, visibleState } from '#shared/session/visibility.ts';
import type { Language, WorkshopState } from '#shared/session/workshop-state.ts';
import type { ClientAddress } from '#server/auth/client-address.ts';
import { readCookie, seatCookie } from '#server/auth/cookies.ts';
import { isSameOrigin } from '#server/auth/origin.ts';
import { RateLimit } from '#server/auth/rate-limit.ts';
import type { SeatingService } from '#server/auth/seating.ts';
import { errorBody } from '#server/http/refusal.ts';
import type { Bus } from '#server/bus/bus.ts';
import {
  decodeSessionNews,
  encodeSessionNews,
  screensTopic,
  type SessionNews,
} from '#server/bus/session-news.ts';
import type { Logger } from '#server/logger.ts';
import type { VotingService } from '#server/voting/voting-service.ts';
import type { CommandHandler } from './command-handler.ts';
import { PresenceTracker } from './presence-tracker.ts';
import type { SessionService } from './session-service.ts';
import { UnseatedLines, type Line } from './unseated-lines.ts';
import { TurnoutWatch } from './turnout-watch.ts';

interface SocketData {
  readonly workshop: WorkshopId;
  readonly seat: SeatId;
  readonly language: Language;
}

type SessionSocketIo = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** A command is at most a poll with thirty long options; anything larger is not one of ours. */
const MESSAGE_MAX_BYTES = 64 * 1024;
/** A leader in a hurry taps a few times a second, and a phone back on the net sends what has piled up; a script does not get to fill the log. */
const ACTS = { allowance: 100, windowMs: 5_000 };

/** Where several servers take ballots, each counts those of open polls this often, in beats. */
const BEATS_A_COUNT = 2;

/** A client says which workshop it wants in the same breath as it connects; one that has said nothing by then has nothing to say. */
const SAYS_WHERE_MS = 15_000;

export interface SessionSocketOptions {
  readonly server: HttpServer;
  readonly sessions: SessionService;
  readonly seating: SeatingService;
  readonly commands: CommandHandler;
  readonly voting: VotingService;
  readonly addressOf: ClientAddress;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly publicUrl: string | null;
  readonly bus: Bus;
}

/** The session over socket.io: each seat is sent its own view, and everything it asks for is acknowledged. */
export class SessionSockets {
  readonly #options: SessionSocketOptions;
  readonly #io: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
  readonly #presence: PresenceTracker;
  readonly #acts: RateLimit;
  readonly #unseated: UnseatedLines;
  readonly #turnouts: TurnoutWatch;
  #beats = 0;
  #isPaused = false;
  /** By workshop with a screen here: how to stop listening to other servers about it. */
  readonly #listening = new Map<WorkshopId, () => void>();

  constructor(options: SessionSocketOptions) {
    this.#options = options;
    this.#unseated = new UnseatedLines(options.addressOf);
    this.#acts = new RateLimit({ ...ACTS, clock: options.clock });
    this.#presence = new PresenceTracker({
      clock: options.clock,
      announce: (workshop, presence) => this.#announcePresence(workshop, presence),
      tellOthers: (workshop, presence) => this.#tell(workshop, { kind: 'presence', presence }),
    });
    this.#turnouts = new TurnoutWatch(
      {
        state: (workshop) => options.sessions.state(workshop),
        turnoutOf: (workshop, pollId) => options.voting.turnoutOf(workshop, pollId),
      },
      (workshop, pageId, turnout) => void this.#announceTurnout(workshop, pageId, turnout),
    );
    this.#io = new Server(options.server, {
      serveClient: false,
      maxHttpBufferSize: MESSAGE_MAX_BYTES,
      // A phone that slept is noticed within half a minute, and one in a tunnel is not thrown out at once.
      pingInterval: 10_000,
      pingTimeout: 15_000,
      connectTimeout: SAYS_WHERE_MS,
      // Refused here, a client tries again by itself.
      allowRequest: (request, decide) =>
        decide(null, !this.#isPaused && isSameOrigin(request, options.publicUrl)),
    });
    this.#io.engine.on('connection', (line: Line) => this.#unseated.add(line));
    this.#io.use((socket, next) => {
      this.#admit(socket).then(
        (refusal) => next(refusal === null ? undefined : connectError(refusal)),
        (error: unknown) => next(error instanceof Error ? error : new Error(String(error))),
      );
    });
    this.#io.on('connection', (socket) => this.#connected(socket));
    options.sessions.listen((before, event, after) => this.#broadcast(before, event, after));
    options.voting.listen((workshop, pageId, turnout) => {
      void this.#announceTurnout(workshop, pageId, turnout);
      this.#tell(workshop, { kind: 'turnout', pollId: turnout.pollId });
    });
    options.sessions.keepWhile((workshop) => this.#listening.has(workshop));
    this.#io.of('/').adapter.on('delete-room', (room: WorkshopId) => {
      this.#listening.get(room)?.();
      this.#listening.delete(room);
    });
  }

  /** Screens connected now. */
  get count(): number {
    return this.#io.of('/').sockets.size;
  }

  /** Tells other servers who is here; to be called every second when there are any. */
  beat(): void {
    this.#presence.beat();
    this.#beats += 1;
    if (this.#beats % BEATS_A_COUNT === 0) void this.#countTurnouts();
  }

  /** Cuts every line, as a network would, so that the clients come back by themselves: after `goOn`. */
  pause(): void {
    this.#isPaused = true;
    for (const socket of this.#io.of('/').sockets.values()) socket.conn.close();
  }

  goOn(): void {
    this.#isPaused = false;
  }

  async close(): Promise<void> {
    this.#presence.close();
    await this.#io.close();
  }

  /** Finds the seat behind the cookie. Returns what to refuse the connection with. */
  async #admit(socket: SessionSocketIo): Promise<ErrorBody | null> {
    const auth: Readonly<Record<string, unknown>> = socket.handshake.auth;
    const language = languageFrom(typeof auth.language === 'string' ? auth.language : undefined);
    const workshop = (typeof auth.workshop === 'string' ? auth.workshop : '') as WorkshopId;
    const secret = readCookie(socket.handshake.headers.cookie, seatCookie(workshop));
    const seat = await this.#options.seating.seatOf(workshop, secret);
    const state = seat === null ? null : await this.#options.sessions.stateWith(workshop, seat);
    if (seat === null || state?.seats[seat] === undefined) return errorBody('not-signed-in', language);
    socket.data = { workshop, seat, language };
    this.#unseated.seated(socket.conn);
    return null;
  }

  #connected(socket: SessionSocketIo): void {
    const { workshop, seat } = socket.data;
    void socket.join(workshop);
    this.#listen(workshop);
    this.#presence.arrived(workshop, seat);
    void this.#sendState(socket);
    socket.on('disconnect', (reason) => {
      this.#presence.left(workshop, seat, reason === 'client namespace disconnect');
    });
    socket.on('command', (command: unknown, ack: unknown) => {
      void this.#answer(socket, ack, () => this.#options.commands.handle(workshop, seat, command));
    });
    socket.on('ballot', (submission: unknown, ack: unknown) => {
      void this.#answer(socket, ack, () => this.#cast(socket, submission));
    });
    socket.on('my-ballot', (pollId: unknown, ack: unknown) => {
      void this.#answer(socket, ack, () => this.#options.voting.status(workshop, seat, String(pollId)));
    });
    socket.on('clock', (ack: unknown) => {
      if (typeof ack === 'function') (ack as (time: number) => void)(this.#options.clock.now());
    });
    socket.on('refresh', () => void this.#sendState(socket));
  }

  async #cast(socket: SessionSocketIo, submission: unknown): Promise<Result<unknown, ErrorKind>> {
    if (!isSubmission(submission)) return err('malformed');
    return this.#options.voting.cast(socket.data.workshop, socket.data.seat, submission);
  }

  /** Every request gets exactly one answer, whatever happens; a request without a place for the answer gets none. */
  async #answer(
    socket: SessionSocketIo,
    ack: unknown,
    act: () => Promise<Result<unknown, ErrorKind>>,
  ): Promise<void> {
    if (typeof ack !== 'function') return;
    const reply = ack as (reply: Ack<unknown>) => void;
    const { language, seat, workshop } = socket.data;
    const refuse = (kind: ErrorKind): void => reply({ ok: false, error: errorBody(kind, language) });
    if (this.#acts.exceeded(seat)) {
      refuse('too-many-attempts');
      return;
    }
    this.#acts.count(seat);
    try {
      const result = await act();
      if (result.ok) reply({ ok: true, value: result.value });
      else refuse(result.error);
    } catch (error) {
      this.#options.logger.error('session-request-failed', { workshop, message: String(error) });
      refuse('cannot-save');
    }
  }

  async #sendState(socket: SessionSocketIo): Promise<void> {
    const { workshop, seat } = socket.data;
    const state = await this.#options.sessions.state(workshop);
    if (state === null) return;
    const visible = visibleState(state, seat);
    const turnouts = await this.#options.voting.turnouts(visible);
    // Events that came while the turnout was read are in neither the view nor behind it: take the view last.
    const latest = (await this.#options.sessions.state(workshop)) ?? state;
    socket.emit('state', {
      state: visibleState(latest, seat),
      seatId: seat,
      presence: this.#presenceFor(latest, seat),
      turnouts,
    });
  }

  #broadcast(before: WorkshopState, event: SessionEvent, after: WorkshopState): void {
    for (const socket of this.#socketsOf(after.id)) {
      const { seat } = socket.data;
      if (changesView(event, seat)) void this.#sendState(socket);
      else socket.emit('event', visibleEvent(before, event, seat));
      if (event.type === 'seat-transferred' && event.seatId === seat) this.#signOut(socket);
    }
  }

  /** A removed person stays connected at the door, and sees it when they are let in again; a moved seat has no business here. */
  #signOut(socket: SessionSocketIo): void {
    socket.emit('signed-out', 'transferred');
    socket.disconnect(true);
  }

  #announcePresence(workshop: WorkshopId, presence: Presence): void {
    void this.#options.sessions.state(workshop).then((state) => {
      if (state === null) return;
      for (const socket of this.#socketsOf(workshop)) {
        socket.emit('presence', limitPresence(state, socket.data.seat, presence));
      }
    });
  }

  #presenceFor(state: WorkshopState, seat: SeatId): Presence {
    return limitPresence(state, seat, this.#presence.presence(state.id));
  }

  async #announceTurnout(workshop: WorkshopId, pageId: string, turnout: Turnout): Promise<void> {
    const state = await this.#options.sessions.state(workshop);
    const page = state?.pages.find((candidate) => candidate.id === pageId);
    for (const socket of this.#socketsOf(workshop)) {
      const seat = state?.seats[socket.data.seat];
      if (page !== undefined && seat?.standing === 'admitted' && !isRecused(seat, page)) {
        socket.emit('turnout', turnout);
      }
    }
  }

  #tell(workshop: WorkshopId, news: SessionNews): void {
    this.#options.bus.publish(screensTopic(workshop), encodeSessionNews(news));
  }

  #listen(workshop: WorkshopId): void {
    if (this.#listening.has(workshop)) return;
    const stop = this.#options.bus.subscribe(screensTopic(workshop), {
      heard: (message, node) => this.#heard(workshop, decodeSessionNews(message), node),
      joined: () => {},
    });
    this.#listening.set(workshop, stop);
  }

  #heard(workshop: WorkshopId, news: SessionNews, node: string): void {
    if (news.kind === 'presence') this.#presence.heard(workshop, node, news.presence);
    if (news.kind === 'turnout') void this.#retellTurnout(workshop, news.pollId);
  }

  async #countTurnouts(): Promise<void> {
    try {
      await this.#turnouts.look(this.#listening.keys());
    } catch (error) {
      this.#options.logger.warn('turnout-not-read', { message: String(error) });
    }
  }

  /** Counted anew: what two servers say of it may come in the wrong order. */
  async #retellTurnout(workshop: WorkshopId, pollId: string): Promise<void> {
    try {
      const found = await this.#options.voting.turnoutOf(workshop, pollId);
      if (found !== null) await this.#announceTurnout(workshop, found.pageId, found.turnout);
    } catch (error) {
      this.#options.logger.warn('turnout-not-read', { workshop, message: String(error) });
    }
  }

  *#socketsOf(workshop: WorkshopId): Iterable<SessionSocketIo> {
    for (const id of this.#io.of('/').adapter.rooms.get(workshop) ?? []) {
      const socket = this.#io.of('/').sockets.get(id);
      if (socket !== undefined) yield socket;
    }
  }
}

/** Somebody outside the door is not told who is inside. */
function limitPresence(state: WorkshopState, seat: SeatId, presence: Presence): Presence {
  return state.seats[seat]?.standing === 'admitted' ? presence : { online: [seat], lost: {} };
}

function connectError(body: ErrorBody): Error {
  return Object.assign(new Error(body.kind), { data: body });
}

function isSubmission(value: unknown): value is BallotSubmission {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pollId' in value &&
    typeof value.pollId === 'string' &&
    'submissionId' in value &&
    typeof value.submissionId === 'string' &&
    'ballot' in value
  );
}
