import type { Presence } from '#shared/protocol/session-socket.ts';

/** What servers tell each other about one workshop's session. It comes from a server of ours, by a line of ours. */
export type SessionNews =
  /** The event log is known to go this far. */
  | { readonly kind: 'events'; readonly seq: number }
  /** A ballot has been received. */
  | { readonly kind: 'turnout'; readonly pollId: string }
  /** Who has a screen on the server it comes from. */
  | { readonly kind: 'presence'; readonly presence: Presence };

export const encodeSessionNews = (news: SessionNews): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(news));

/** Throws when the bytes are not JSON. */
export const decodeSessionNews = (bytes: Uint8Array): SessionNews =>
  JSON.parse(new TextDecoder().decode(bytes)) as SessionNews;

/** Events, which whoever has the session in memory hears. */
export const eventsTopic = (workshop: string): string => `${workshop}/events`;
/** What is only for those who have a screen open. */
export const screensTopic = (workshop: string): string => `${workshop}/screens`;
