import type { PageClosed } from '#client/connection/page-link.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import type { Access } from '#shared/session/permission.ts';
import type { Page } from './types.ts';

/** Why the server closed the page, in the session's own terms where it knows; `null` while the page is open. */
export function refusalOf(closed: PageClosed | null, access: Access): Page['refusal'] {
  if (closed === null) return null;
  switch (closed.code) {
    case CLOSE.forbidden:
      return access.read ? 'other' : (access.reason ?? 'other');
    case CLOSE.unknownPage:
      return 'unknown-page';
    case CLOSE.wrongEpoch:
      return 'wrong-epoch';
    case CLOSE.tooLarge:
      return 'too-large';
    default:
      return 'other';
  }
}
