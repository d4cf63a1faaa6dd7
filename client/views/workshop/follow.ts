/** A pause this long between keystrokes means that the person has come to the end of a word or a thought. */
export const TYPING_PAUSE_MS = 1_500;
/** Nobody is left behind longer than this, however fast they type. */
export const FOLLOW_AT_LATEST_MS = 5_000;

/**
 * How long the screen waits before it follows the leader, ms. `lastKeyAt` is when this person last typed (`null`: not at all),
 * `openedAt` when the leader went on; both by this device's own clock.
 */
export function waitBeforeFollowing(now: number, openedAt: number, lastKeyAt: number | null): number {
  if (lastKeyAt === null) return 0;
  const untilPause = lastKeyAt + TYPING_PAUSE_MS - now;
  const untilLatest = openedAt + FOLLOW_AT_LATEST_MS - now;
  return Math.max(0, Math.min(untilPause, untilLatest));
}
