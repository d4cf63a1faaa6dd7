import { Router } from 'express';
import { err, ok } from '#shared/kernel/result.ts';
import { ReviewRequestSchema } from '#shared/protocol/http.ts';
import { RateLimit } from '#server/auth/rate-limit.ts';
import { sameSecret } from '#server/auth/secret.ts';
import { seatOf, workshopParameter, type HttpContext } from './context.ts';
import { handle, readBody } from './handler.ts';

const WRONG_LINKS_PER_MINUTE = 40;

/** The saved board, for whoever holds the review link. */
export function reviewsRouter(context: HttpContext): Router {
  const wrong = new RateLimit({ allowance: WRONG_LINKS_PER_MINUTE, windowMs: 60_000, clock: context.clock });
  const router = Router();

  router.post(
    '/reviews/:id',
    handle(async (request) => {
      const body = readBody(ReviewRequestSchema, request);
      if (!body.ok) return body;
      const address = request.ip ?? '';
      if (wrong.exceeded(address)) return err('too-many-attempts');
      const id = workshopParameter(request);
      const row = await context.store.workshop(id);
      const state = await context.sessions.state(id);
      if (row === null || state === null || !sameSecret(body.value.secret, row.reviewSecret)) {
        wrong.count(address);
        return err('expired-link');
      }
      // Whoever is recused from a page is so here too, as far as this browser says who they are.
      const seat = await seatOf(context, request, id);
      return ok(await context.reviews.review(id, seat === null ? null : (state.seats[seat] ?? null)));
    }),
  );

  return router;
}
