import { Router } from 'express';
import { err, ok } from '#shared/kernel/result.ts';
import { LeaderSignInSchema, type Me } from '#shared/protocol/http.ts';
import { cookieOptions, LEADER_COOKIE } from '#server/auth/cookies.ts';
import { RateLimit } from '#server/auth/rate-limit.ts';
import { isLeader, type HttpContext } from './context.ts';
import { handle, readBody } from './handler.ts';

/** Wrong keys an address may try in a minute. */
const ATTEMPTS_PER_MINUTE = 10;

/** Who leads on this server. */
export function leaderRouter(context: HttpContext): Router {
  const failures = new RateLimit({ allowance: ATTEMPTS_PER_MINUTE, windowMs: 60_000, clock: context.clock });
  const router = Router();

  router.post(
    '/leader-session',
    handle((request, response) => {
      const body = readBody(LeaderSignInSchema, request);
      if (!body.ok) return body;
      const address = request.ip ?? '';
      if (failures.exceeded(address)) return err('too-many-attempts');
      if (!context.leaderKey.matches(body.value.secret)) {
        failures.count(address);
        return err('expired-link');
      }
      response.cookie(LEADER_COOKIE, context.leaderKey.cookieValue, cookieOptions(request.secure));
      return ok(null);
    }),
  );

  router.get(
    '/me',
    handle((request) => ok({ leader: isLeader(context, request) } satisfies Me)),
  );

  return router;
}
