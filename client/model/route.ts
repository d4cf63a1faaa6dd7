import type { WorkshopId } from '#shared/kernel/ids.ts';

/** What an address asks for. Secrets come in the fragment, which browsers send to nobody. */
export type Route =
  | { readonly view: 'start' }
  /** `code` as it stands in the address; it may be no code at all. */
  | { readonly view: 'join'; readonly code: string }
  /** `leaderSecret`: a co-leader's link. */
  | { readonly view: 'workshop'; readonly workshopId: WorkshopId; readonly leaderSecret: string | null }
  /** A personal link that moves a seat to this device. */
  | { readonly view: 'transfer'; readonly token: string }
  /** The link that makes this browser a leader's. */
  | { readonly view: 'leader'; readonly secret: string }
  | { readonly view: 'review'; readonly workshopId: WorkshopId; readonly secret: string }
  | { readonly view: 'unknown' };

export function parseRoute({ pathname, hash }: { readonly pathname: string; readonly hash: string }): Route {
  const [first = '', second = '', ...rest] = pathname.split('/').filter(Boolean);
  const fragment = hash.replace(/^#/, '');
  if (rest.length > 0) return { view: 'unknown' };
  if (second === '') return parseShort(first, fragment);
  switch (first) {
    case 'j':
      return { view: 'join', code: decode(second) };
    case 'w':
      return { view: 'workshop', workshopId: second as WorkshopId, leaderSecret: leaderSecretIn(fragment) };
    case 'review':
      return { view: 'review', workshopId: second as WorkshopId, secret: fragment };
    default:
      return { view: 'unknown' };
  }
}

function parseShort(name: string, fragment: string): Route {
  switch (name) {
    case '':
    case 'j':
      return { view: 'start' };
    case 't':
      return { view: 'transfer', token: fragment };
    case 'leader':
      return { view: 'leader', secret: fragment };
    default:
      return { view: 'unknown' };
  }
}

/** Whether the address holds a secret that should not stay in it. A review link is kept: people bookmark it. */
export const hidesSecret = (route: Route): boolean =>
  (route.view === 'workshop' && route.leaderSecret !== null) ||
  route.view === 'transfer' ||
  route.view === 'leader';

export const joinPath = (code: string): string => `/j/${code}`;
export const workshopPath = (id: WorkshopId): string => `/w/${id}`;

const leaderSecretIn = (fragment: string): string | null => /^leader=(.+)$/.exec(fragment)?.[1] ?? null;

/** A broken escape stands for itself. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
