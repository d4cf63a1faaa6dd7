import { Router } from 'express';
import { pageAccess } from '#shared/session/permission.ts';
import { PAGE_VERSION_HEADER } from '#shared/protocol/sync.ts';
import { seatOf, workshopParameter, type HttpContext } from './context.ts';
import { refuse } from './handler.ts';

/**
 * A page's state for somebody who joins: a twentieth of what the socket would send, and made once for everybody. It may be a few seconds
 * old; the socket, opened with its sequence, tells the rest.
 */
export function pageStateRouter(context: HttpContext): Router {
  const router = Router();
  router.get('/workshops/:id/pages/:page/state', async (request, response) => {
    const id = workshopParameter(request);
    const seat = await seatOf(context, request, id);
    const session = await context.sessions.state(id);
    if (seat === null || session === null) {
      refuse(request, response, 'not-signed-in');
      return;
    }
    if (!pageAccess(session, seat, request.params.page).read) {
      refuse(request, response, 'forbidden');
      return;
    }
    const state = await context.pages.state(id, request.params.page);
    if (state === null) {
      refuse(request, response, 'unknown-page');
      return;
    }
    const version = `${state.epoch}.${state.seq}`;
    response.set({
      // A browser's own store would keep the page on the device of somebody who may no longer have it.
      'cache-control': 'no-store',
      etag: `"${version}"`,
      [PAGE_VERSION_HEADER]: version,
    });
    if (request.headers['if-none-match'] === `"${version}"`) {
      response.status(304).end();
      return;
    }
    response.set({ 'content-type': 'application/octet-stream', 'content-encoding': 'gzip' });
    response.end(state.gzipped);
  });
  return router;
}
