import { Router, type Request } from 'express';
import { err, ok } from '#shared/kernel/result.ts';
import { must } from '#shared/kernel/assert.ts';
import { NewWorkshopSchema, type Invitation, type WorkshopSummary } from '#shared/protocol/http.ts';
import type { WorkshopRow } from '#server/storage/workshop-store.ts';
import { isLeader, seatOf, workshopParameter, type HttpContext } from './context.ts';
import { handle, readBody } from './handler.ts';

/** The leader's workshops, and the way into one. */
export function workshopsRouter(context: HttpContext): Router {
  const router = Router();

  router.get(
    '/workshops',
    handle(async (request) => {
      if (!isLeader(context, request)) return err('forbidden');
      const rows = await context.store.workshops();
      return ok(await Promise.all(rows.map((row) => summarise(context, request, row))));
    }),
  );

  router.post(
    '/workshops',
    handle(async (request) => {
      if (!isLeader(context, request)) return err('forbidden');
      const body = readBody(NewWorkshopSchema, request);
      if (!body.ok) return body;
      return ok(await summarise(context, request, await context.factory.create(body.value)));
    }),
  );

  router.get(
    '/workshops/:id/invitation',
    handle(async (request) => {
      const id = workshopParameter(request);
      const seat = await seatOf(context, request, id);
      const row = await context.store.workshop(id);
      const state = await context.sessions.state(id);
      if (seat === null || row === null || state === null) return err('not-signed-in');
      const leads = state.seats[seat]?.leader === true;
      return ok({
        code: row.code,
        joinLink: context.links.join(request, row.code),
        leaderLink: leads ? context.links.leader(request, row) : null,
        reviewLink: leads ? context.links.review(request, row) : null,
      } satisfies Invitation);
    }),
  );

  return router;
}

async function summarise(context: HttpContext, request: Request, row: WorkshopRow): Promise<WorkshopSummary> {
  const state = must(await context.sessions.state(row.id), 'the session of a stored workshop');
  const present = Object.values(state.seats).filter((seat) => seat.standing === 'admitted' && !seat.leader);
  return {
    id: row.id,
    title: state.title,
    organisation: state.organisation,
    template: state.template,
    status: state.status,
    code: row.code,
    createdAt: row.createdAt,
    endedAt: state.endedAt,
    participants: present.length,
    reviewLink: context.links.review(request, row),
  };
}
