import type { RequestHandler } from 'express';

/**
 * The pages load nothing from anybody else and run inside nobody's frame. No `upgrade-insecure-requests` and no HSTS here: in a
 * meeting room the server is reached over plain HTTP; a proxy that offers HTTPS adds its own.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // Positions on the board are style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders =
  (options: { readonly strict: boolean }): RequestHandler =>
  (request, response, next) => {
    response.set({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    // Over plain HTTP browsers ignore it, with an error in the console.
    if (request.secure) response.set('cross-origin-opener-policy', 'same-origin');
    // Vite's hot reload writes inline scripts.
    if (options.strict) response.set('content-security-policy', CONTENT_SECURITY_POLICY);
    next();
  };
