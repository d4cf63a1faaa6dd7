import { describe, expect, it } from 'vitest';
import { FOLLOW_AT_LATEST_MS, TYPING_PAUSE_MS, waitBeforeFollowing } from '#client/views/workshop/follow.ts';

describe('following the leader', () => {
  it('is immediate for whoever is not typing', () => {
    expect(waitBeforeFollowing(1_000, 1_000, null)).toBe(0);
    expect(waitBeforeFollowing(10_000, 10_000, 10_000 - TYPING_PAUSE_MS)).toBe(0);
  });

  it('waits for a pause in the typing', () => {
    expect(waitBeforeFollowing(10_000, 10_000, 9_900)).toBe(TYPING_PAUSE_MS - 100);
  });

  it('does not wait for ever', () => {
    const openedAt = 10_000;
    const now = openedAt + FOLLOW_AT_LATEST_MS - 200;
    expect(waitBeforeFollowing(now, openedAt, now)).toBe(200);
    expect(waitBeforeFollowing(openedAt + FOLLOW_AT_LATEST_MS, openedAt, now)).toBe(0);
  });
});
