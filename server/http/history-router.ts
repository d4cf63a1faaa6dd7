import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router, type Request, type Response } from 'express';
import * as v from 'valibot';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import {
  MOMENT_HEADER,
  MomentQuerySchema,
  PlaybackQuerySchema,
  RestoreRequestSchema,
  RevertRequestSchema,
} from '#shared/protocol/history.ts';
import { encodePlaybackStep, type PlaybackStep } from '#shared/protocol/playback.ts';
import { pageDocument } from '#shared/protocol/sync.ts';
import { pageAccess, type Access } from '#shared/session/permission.ts';
import type { Command } from '#shared/session/command.ts';
import { RateLimit } from '#server/auth/rate-limit.ts';
import type { Moment } from '#server/history/page-history.ts';
import { seatOf, workshopParameter, type HttpContext } from './context.ts';
import { handle, readBody, refuse } from './handler.ts';

/** Each replays some thousand rows; somebody who looks for a moment by hand tries a few dozen. */
const READS_PER_MINUTE = 60;
/** Frames of a playback are sent together: most are a few dozen bytes. */
const CHUNK_BYTES = 32 * 1024;

const compress = promisify(gzip);

/** A page somebody may read the history of. */
interface Reading {
  readonly workshop: WorkshopId;
  readonly page: string;
  readonly document: string;
  readonly leads: boolean;
}

/** What a page was, and the way back to it. */
export function historyRouter(context: HttpContext): Router {
  const reads = new RateLimit({ allowance: READS_PER_MINUTE, windowMs: 60_000, clock: context.clock });
  const router = Router();
  const { history } = context;

  async function read(request: Request): Promise<Result<Reading, ErrorKind>> {
    const workshop = workshopParameter(request);
    const page = String(request.params.page);
    const seat = await seatOf(context, request, workshop);
    const state = seat === null ? null : await context.sessions.state(workshop);
    if (seat === null || state === null) return err('not-signed-in');
    const access = pageAccess(state, seat, page);
    if (!access.read) return err(refusalOf(access));
    if (reads.exceeded(seat)) return err('too-many-attempts');
    reads.count(seat);
    const leads = state.seats[seat]?.leader === true;
    return ok({ workshop, page, document: pageDocument(workshop, page), leads });
  }

  router.get(
    '/workshops/:id/pages/:page/history',
    handle(async (request) => {
      const reading = await read(request);
      if (!reading.ok) return reading;
      const span = await history.span(reading.value.document);
      return span === null ? err('unknown-page') : ok(span);
    }),
  );

  router.get('/workshops/:id/pages/:page/history/state', async (request, response) => {
    const reading = await read(request);
    const moment = readMoment(request);
    if (!reading.ok || !moment.ok) {
      refuseFirst(request, response, reading, moment);
      return;
    }
    const state = await history.stateAt(reading.value.document, moment.value);
    if (state === null) {
      refuse(request, response, 'unknown-moment');
      return;
    }
    response.set({
      ...BINARY,
      'content-encoding': 'gzip',
      [MOMENT_HEADER]: `${state.seq}.${state.at}`,
    });
    response.end(await compress(state.stateV2));
  });

  router.get('/workshops/:id/pages/:page/history/playback', async (request, response) => {
    const reading = await read(request);
    const query = readQuery(PlaybackQuerySchema, request);
    if (!reading.ok || !query.ok) {
      refuseFirst(request, response, reading, query);
      return;
    }
    const { document, leads } = reading.value;
    response.set(BINARY);
    const steps = history.playback(document, query.value.from, query.value.to);
    await pipeline(Readable.from(chunks(leads ? steps : unnamed(steps))), response).catch(ignoreHangUp);
  });

  router.get(
    '/workshops/:id/pages/:page/history/attribution',
    handle(async (request) => {
      const reading = await read(request);
      const moment = readMoment(request);
      if (!reading.ok) return reading;
      if (!reading.value.leads) return err('forbidden');
      if (!moment.ok) return moment;
      const attribution = await history.attribution(reading.value.document, moment.value);
      return attribution === null ? err('unknown-moment') : ok(attribution);
    }),
  );

  router.post(
    '/workshops/:id/pages/:page/history/restore',
    handle((request) => {
      const body = readBody(RestoreRequestSchema, request);
      return body.ok
        ? command(request, { type: 'restore-page', pageId: String(request.params.page), ...body.value })
        : body;
    }),
  );

  router.post(
    '/workshops/:id/pages/:page/history/revert',
    handle((request) => {
      const body = readBody(RevertRequestSchema, request);
      return body.ok
        ? command(request, { type: 'revert-seat', pageId: String(request.params.page), ...body.value })
        : body;
    }),
  );

  /** The same rule and the same log as if it had come over the session's socket, which is less patient than this. */
  async function command(request: Request, act: Command): Promise<Result<null, ErrorKind>> {
    const workshop = workshopParameter(request);
    const seat: SeatId | null = await seatOf(context, request, workshop);
    return seat === null ? err('not-signed-in') : context.commands.handle(workshop, seat, act);
  }

  return router;
}

const BINARY = { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' };

function refusalOf({ reason }: Access): ErrorKind {
  switch (reason) {
    case 'unknown-page':
    case 'waiting':
    case 'removed':
    case 'recused':
      return reason;
    case 'not-opened':
    case 'observer':
    case 'locked':
    case 'ended':
    case null:
      return 'forbidden';
  }
}

function readQuery<T extends v.GenericSchema>(
  schema: T,
  request: Request,
): Result<v.InferOutput<T>, 'malformed'> {
  const parsed = v.safeParse(schema, request.query);
  return parsed.success ? ok(parsed.output) : err('malformed');
}

function readMoment(request: Request): Result<Moment, 'malformed'> {
  const query = readQuery(MomentQuerySchema, request);
  if (!query.ok) return query;
  return ok('at' in query.value || 'seq' in query.value ? query.value : { at: Number.MAX_SAFE_INTEGER });
}

function refuseFirst(
  request: Request,
  response: Response,
  ...results: readonly Result<unknown, ErrorKind>[]
): void {
  const refusal = results.find((result) => !result.ok);
  if (refusal?.ok === false) refuse(request, response, refusal.error);
}

/** Without who wrote what, which is the leader's to know. */
async function* unnamed(steps: AsyncIterable<PlaybackStep>): AsyncGenerator<PlaybackStep> {
  for await (const step of steps) yield step.kind === 'update' ? { ...step, seat: null } : step;
}

async function* chunks(steps: AsyncIterable<PlaybackStep>): AsyncGenerator<Buffer> {
  let frames: Uint8Array[] = [];
  let bytes = 0;
  for await (const step of steps) {
    const frame = encodePlaybackStep(step);
    frames.push(frame);
    bytes += frame.byteLength;
    if (bytes < CHUNK_BYTES) continue;
    yield Buffer.concat(frames);
    frames = [];
    bytes = 0;
  }
  yield Buffer.concat(frames);
}

/** Whoever has seen enough hangs up. */
function ignoreHangUp(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
