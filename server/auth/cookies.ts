import type { CookieOptions } from 'express';
import type { WorkshopId } from '#shared/kernel/ids.ts';

export const LEADER_COOKIE = 'vagval_leader';

/** One cookie a workshop: a person may sit in several, and a leader leads many. */
export const seatCookie = (workshop: WorkshopId): string => `vagval_seat_${workshop}`;

/** Long enough that whoever took part can come back to the saved board half a year later. */
const COOKIE_AGE_MS = 180 * 24 * 60 * 60 * 1000;

/** `Secure` only over HTTPS: phones on the room's network reach the server over plain HTTP, where it would never be sent. */
export const cookieOptions = (secure: boolean): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure,
  path: '/',
  maxAge: COOKIE_AGE_MS,
});

/** One cookie's value out of a `Cookie` header; `null` when it is not there. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decode(pair.slice(at + 1).trim());
  }
  return null;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    // A broken escape is not one of our cookies.
    return null;
  }
}
