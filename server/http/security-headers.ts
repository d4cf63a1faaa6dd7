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
  (_request, response, next) => {
    response.set({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    // Vite's hot reload writes inline scripts.
    if (options.strict) response.set('content-security-policy', CONTENT_SECURITY_POLICY);
    next();
  };
