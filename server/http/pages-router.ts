import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router, type RequestHandler } from 'express';
import sirv from 'sirv';

/** The built pages. Everything under `assets/` carries a hash in its name and never changes. */
export function builtPages(directory: string): RequestHandler {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error('the pages have not been built; run: npm run build');
  }
  const files = sirv(directory, {
    brotli: true,
    gzip: true,
    etag: true,
    // Addresses such as /w/abc are the page's own affair.
    single: true,
    setHeaders: (response, path) => {
      const lasting = path.startsWith('/assets/');
      response.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return Router().use(files);
}
