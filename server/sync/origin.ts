import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the page that opens the socket is one of ours. A browser sends the seat's cookie with any page's WebSocket, so a page of another
 * site must not get one; programs without a browser send no Origin and have no cookie to be misused. Behind a proxy that ends TLS
 * the scheme we see is not the one the page was loaded by, so only hosts are compared.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === publicOrigin) return true;
  return host !== undefined && hostOf(origin) === host.toLowerCase();
}

/** Host and port, the port left out where it is the scheme's own; `null` for `null` and other nonsense. */
function hostOf(origin: string): string | null {
  try {
    const { protocol, host } = new URL(origin);
    return protocol === 'http:' || protocol === 'https:' ? host : null;
  } catch {
    // `new URL` throws TypeError on what is no URL, and on nothing else.
    return null;
  }
}
