import { createServer, type Server } from 'node:http';

/** How long the server waits for a client that is in no hurry, ms. Each that keeps it waiting costs a socket. */
export const HTTP_PATIENCE = {
  /** A request's head is a few hundred bytes: several round trips on the worst line. Counted from the connection, so saying nothing counts too. */
  headersMs: 15_000,
  /** A whole request; bodies are 32 kB at most. */
  requestMs: 60_000,
  /** A line on which nothing moves, in the middle of an answer that nobody reads. Longer than a question to socket.io is kept. */
  silenceMs: 120_000,
  /** How often the first two are looked at. */
  lookEveryMs: 5_000,
} as const;

export type HttpPatience = { readonly [K in keyof typeof HTTP_PATIENCE]: number };

/** An HTTP server that does not wait for ever. What has been upgraded to a WebSocket is no longer its business. */
export function createHttpServer(patience: HttpPatience = HTTP_PATIENCE): Server {
  const server = createServer({
    headersTimeout: patience.headersMs,
    requestTimeout: patience.requestMs,
    connectionsCheckingInterval: patience.lookEveryMs,
  });
  server.setTimeout(patience.silenceMs);
  return server;
}
