import type { IncomingMessage } from 'node:http';

/**
 * Whether a request may change anything or open a socket: it comes from our own pages, or from no page at all (a
 * program sends no `Origin`; a browser always does across sites).
 */
export function isSameOrigin(request: IncomingMessage, publicUrl: string | null): boolean {
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  try {
    return new URL(origin).host === hostOf(request);
  } catch {
    return false;
  }
}

function hostOf(request: IncomingMessage): string | undefined {
  return request.headers.host;
}
