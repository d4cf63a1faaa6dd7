import { Router, type Request, type Response } from 'express';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { common as english } from '#shared/i18n/en/common.ts';
import { common as swedish } from '#shared/i18n/sv/common.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import {
  JoinRequestSchema,
  LeaderSeatRequestSchema,
  TransferRequestSchema,
  TransferSchema,
  type CodeLookup,
  type SeatInfo,
  type TransferLink,
} from '#shared/protocol/http.ts';
import { parseJoinCode } from '#shared/protocol/join-code.ts';
import { cookieOptions, seatCookie } from '#server/auth/cookies.ts';
import { RateLimit } from '#server/auth/rate-limit.ts';
import type { Seating } from '#server/auth/seating.ts';
import { sameSecret } from '#server/auth/secret.ts';
import type { WorkshopRow } from '#server/storage/workshop-store.ts';
import { isLeader, languageOf, seatOf, workshopParameter, type HttpContext } from './context.ts';
import { handle, readBody } from './handler.ts';

/**
 * Wrong codes an address may try in a minute. A room of forty shares one address and mistypes now and then; a guesser needs
 * millions of tries for one hit.
 */
const WRONG_CODES_PER_MINUTE = 40;
/** New seats an address may take in a minute: a full hall behind one router, and not a script without end. */
const SEATS_PER_MINUTE = 600;
const MINUTE = 60_000;

/** Taking a seat, keeping it, and moving it to another device. */
export function seatsRouter(context: HttpContext): Router {
  const wrongCodes = new RateLimit({
    allowance: WRONG_CODES_PER_MINUTE,
    windowMs: MINUTE,
    clock: context.clock,
  });
  const newSeats = new RateLimit({ allowance: SEATS_PER_MINUTE, windowMs: MINUTE, clock: context.clock });
  const router = Router();

  const lookUp = async (request: Request, typed: string): Promise<Result<WorkshopRow, ErrorKind>> => {
    const address = request.ip ?? '';
    if (wrongCodes.exceeded(address)) return err('too-many-attempts');
    const code = parseJoinCode(typed);
    const row = code === null ? null : await context.store.workshopByCode(code);
    if (row !== null) return ok(row);
    wrongCodes.count(address);
    return err('unknown-code');
  };

  router.get(
    '/codes/:code',
    handle(async (request) => {
      const row = await lookUp(request, String(request.params.code));
      if (!row.ok) return row;
      const state = await context.sessions.state(row.value.id);
      if (state === null) return err('unknown-code');
      const { id, title, organisation, language, status } = state;
      const seated = (await seatOf(context, request, id)) !== null;
      return ok({ workshopId: id, title, organisation, language, status, seated } satisfies CodeLookup);
    }),
  );

  router.post(
    '/workshops/:id/seats',
    handle(async (request, response) => {
      const body = readBody(JoinRequestSchema, request);
      if (!body.ok) return body;
      const row = await lookUp(request, body.value.code);
      if (!row.ok) return row;
      const { id } = row.value;
      if (id !== workshopParameter(request)) return err('unknown-code');
      // A second tap on the button, or a form left open in another tab, is the same person.
      const existing = await seatOf(context, request, id);
      if (existing !== null) return seatInfo(context, id, existing);
      const address = request.ip ?? '';
      if (newSeats.exceeded(address)) return err('too-many-attempts');
      newSeats.count(address);
      const { name, organisation, role } = body.value;
      return sit(context, request, response, id, { name, organisation, role, leader: false });
    }),
  );

  router.get(
    '/workshops/:id/seat',
    handle(async (request, response) => {
      const id = workshopParameter(request);
      const seat = await seatOf(context, request, id);
      if (seat !== null) return seatInfo(context, id, seat);
      if ((await context.sessions.state(id)) === null) return err('unknown-workshop');
      return isLeader(context, request) ? sitAsLeader(context, request, response, id) : err('not-signed-in');
    }),
  );

  router.delete(
    '/workshops/:id/seat',
    handle((request, response) => {
      response.clearCookie(seatCookie(workshopParameter(request)), { path: '/' });
      return ok(null);
    }),
  );

  router.post(
    '/workshops/:id/leader-seats',
    handle(async (request, response) => {
      const body = readBody(LeaderSeatRequestSchema, request);
      if (!body.ok) return body;
      const id = workshopParameter(request);
      const address = request.ip ?? '';
      if (wrongCodes.exceeded(address)) return err('too-many-attempts');
      const row = await context.store.workshop(id);
      if (row === null || !sameSecret(body.value.secret, row.leaderSecret)) {
        wrongCodes.count(address);
        return err('expired-link');
      }
      const seat = await seatOf(context, request, id);
      const state = await context.sessions.state(id);
      if (seat !== null && state?.seats[seat]?.leader === true) return seatInfo(context, id, seat);
      return sitAsLeader(context, request, response, id);
    }),
  );

  router.post(
    '/workshops/:id/transfer-links',
    handle(async (request) => {
      const body = readBody(TransferRequestSchema, request);
      if (!body.ok) return body;
      const id = workshopParameter(request);
      const seat = await seatOf(context, request, id);
      const state = await context.sessions.state(id);
      const own = seat === null ? undefined : state?.seats[seat];
      if (own === undefined || state === null) return err('not-signed-in');
      if (own.standing !== 'admitted') return err(own.standing);
      const target = (body.value.seatId ?? own.id) as SeatId;
      if (target !== own.id && !own.leader) return err('forbidden');
      if (state.seats[target] === undefined) return err('unknown-seat');
      // A leader's seat moves only by its own hand: a link to it is a link to the whole workshop.
      if (target !== own.id && state.seats[target].leader) return err('forbidden');
      const { token, expiresAt } = await context.seating.offerTransfer(id, target);
      return ok({ link: context.links.transfer(request, token), expiresAt } satisfies TransferLink);
    }),
  );

  router.post(
    '/transfers',
    handle(async (request, response) => {
      const body = readBody(TransferSchema, request);
      if (!body.ok) return body;
      const address = request.ip ?? '';
      if (wrongCodes.exceeded(address)) return err('too-many-attempts');
      const moved = await context.seating.acceptTransfer(body.value.token);
      if (!moved.ok) {
        wrongCodes.count(address);
        return moved;
      }
      const { workshop, seatId, secret } = moved.value;
      response.cookie(seatCookie(workshop), secret, cookieOptions(request.secure));
      return seatInfo(context, workshop, seatId);
    }),
  );

  return router;
}

async function seatInfo(
  context: HttpContext,
  workshop: WorkshopId,
  seatId: SeatId,
): Promise<Result<SeatInfo, ErrorKind>> {
  const seat = (await context.sessions.state(workshop))?.seats[seatId];
  return seat === undefined
    ? err('not-signed-in')
    : ok({ workshopId: workshop, seatId, leader: seat.leader });
}

async function sit(
  context: HttpContext,
  request: Request,
  response: Response,
  workshop: WorkshopId,
  person: Parameters<HttpContext['seating']['join']>[1],
): Promise<Result<SeatInfo, ErrorKind>> {
  const seating: Result<Seating, ErrorKind> = await context.seating.join(workshop, person);
  if (!seating.ok) return seating;
  response.cookie(seatCookie(workshop), seating.value.secret, cookieOptions(request.secure));
  return ok({ workshopId: workshop, seatId: seating.value.seatId, leader: person.leader });
}

function sitAsLeader(
  context: HttpContext,
  request: Request,
  response: Response,
  workshop: WorkshopId,
): Promise<Result<SeatInfo, ErrorKind>> {
  const name = (languageOf(request) === 'sv' ? swedish : english).roles['workshop-leader'];
  return sit(context, request, response, workshop, {
    name,
    organisation: '',
    role: 'workshop-leader',
    leader: true,
  });
}
