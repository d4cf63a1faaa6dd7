import { describe, expect, it } from 'vitest';
import { sessionDrawer, type PendingBallot } from '#client/modules/voting/pending-ballot.ts';
import { verdictOn } from '#client/modules/voting/pending-verdict.ts';
import { retryDelay } from '#client/modules/voting/retry-pause.ts';
import { ranking } from './polls.ts';

/** The part of `Storage` that the drawer uses. */
class FakeStorage {
  readonly items = new Map<string, string>();
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const pending: PendingBallot = {
  submissionId: 'submission-1',
  voter: 'alice',
  ballot: ranking('B > A = C'),
  replaces: null,
};

describe('the drawer', () => {
  it('gives back what was put in it, poll by poll, until it is cleared', () => {
    const storage = new FakeStorage();
    const drawer = sessionDrawer(() => storage as unknown as Storage);
    drawer.put('poll-1', pending);
    // A new page on the same tab.
    const again = sessionDrawer(() => storage as unknown as Storage);
    expect(again.get('poll-1')).toEqual(pending);
    expect(again.get('poll-2')).toBeNull();
    again.clear('poll-1');
    expect(drawer.get('poll-1')).toBeNull();
    expect(storage.items.size).toBe(0);
  });

  it.each([
    ['text that is not JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no submission', JSON.stringify({ ...pending, submissionId: undefined })],
    ['no ballot', JSON.stringify({ ...pending, ballot: 'A' })],
    ['an odd predecessor', JSON.stringify({ ...pending, replaces: 3 })],
  ])('is empty when it holds %s', (_what, text) => {
    const storage = new FakeStorage();
    storage.setItem('vagval:ballot:poll-1', text);
    expect(sessionDrawer(() => storage as unknown as Storage).get('poll-1')).toBeNull();
  });

  it('does no harm where storage is forbidden', () => {
    const drawer = sessionDrawer(() => {
      throw new Error('SecurityError');
    });
    drawer.put('poll-1', pending);
    drawer.clear('poll-1');
    expect(drawer.get('poll-1')).toBeNull();
  });
});

describe('what became of a ballot whose reply was lost', () => {
  const received = (submissionId: string) => ({ received: true, submissionId, ballot: null });

  it('has arrived when it is the one that counts', () => {
    expect(verdictOn(pending, received('submission-1'))).toBe('arrived');
  });

  it('may be sent again when nothing has changed since', () => {
    expect(verdictOn(pending, { received: false, submissionId: null, ballot: null })).toBe('not-yet');
    expect(verdictOn({ ...pending, replaces: 'earlier-1' }, received('earlier-1'))).toBe('not-yet');
  });

  it('is superseded when another has been received since', () => {
    expect(verdictOn(pending, received('later-1'))).toBe('superseded');
  });
});

it('waits longer after each failure, up to a bound', () => {
  const delays = [1, 2, 3, 4, 5, 6, 100].map(retryDelay);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  expect(delays.at(-1)).toBe(delays.at(-2));
});
