import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announce, announcement } from '#client/ui/announce.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

describe('announcements', () => {
  it('that come together are spoken as one, each once', () => {
    announce('Anna gick med.');
    announce('Bo gick med.');
    announce('Anna gick med.');
    expect(announcement()).toBe('');
    vi.runOnlyPendingTimers();
    expect(announcement()).toBe('Anna gick med. Bo gick med.');
  });

  it('leave the region empty afterwards, so that the same words are heard again', () => {
    announce('Sparat.');
    vi.runAllTimers();
    expect(announcement()).toBe('');
    announce('Sparat.');
    vi.runOnlyPendingTimers();
    expect(announcement()).toBe('Sparat.');
  });
});
