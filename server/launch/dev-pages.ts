import type { Server } from 'node:http';
import type { RequestHandler } from 'express';

/** The pages from source, with hot reload over the same port. Only for developers: Vite is loaded when asked for. */
export async function devPages(server: Server): Promise<RequestHandler> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server }, allowedHosts: true },
  });
  return vite.middlewares as RequestHandler;
}
