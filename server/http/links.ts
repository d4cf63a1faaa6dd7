import type { Request } from 'express';
import type { WorkshopRow } from '#server/storage/workshop-store.ts';

/** Addresses people are given. Secrets stand in the fragment, which browsers send to nobody. */
export interface Links {
  join(request: Request, code: string): string;
  leader(request: Request, workshop: WorkshopRow): string;
  review(request: Request, workshop: WorkshopRow): string;
  transfer(request: Request, token: string): string;
}

/**
 * `lanUrl` stands in when the leader works at `localhost`: a phone cannot follow a link there. `publicUrl` wins over both.
 */
export function createLinks(options: {
  readonly publicUrl: string | null;
  readonly lanUrl: () => string | null;
}): Links {
  const base = (request: Request): string => {
    if (options.publicUrl !== null) return options.publicUrl;
    const host = request.headers.host ?? 'localhost';
    const local = /^(localhost|127\.|\[::1\])/.test(host);
    return (local ? options.lanUrl() : null) ?? `${request.protocol}://${host}`;
  };
  return {
    join: (request, code) => `${base(request)}/j/${code}`,
    leader: (request, workshop) => `${base(request)}/w/${workshop.id}#leader=${workshop.leaderSecret}`,
    review: (request, workshop) => `${base(request)}/review/${workshop.id}#${workshop.reviewSecret}`,
    transfer: (request, token) => `${base(request)}/t#${token}`,
  };
}
