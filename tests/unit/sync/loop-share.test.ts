import { expect, test } from 'vitest';
import { LoopShare } from '#server/sync/loop-share.ts';
import { TestTimers } from '../../support/sync-context.ts';

test('work that takes long rests as long before the next, and short work does not wait for itself', () => {
  const timers = new TestTimers();
  const share = new LoopShare(timers);
  const done: string[] = [];
  const work = (name: string, ms: number) => () => {
    timers.pass(ms);
    done.push(name);
  };
  share.run(work('short', 1));
  share.run(work('long', 100));
  share.run(work('next', 50));
  share.run(work('last', 1));
  expect(done).toEqual(['short', 'long']);
  timers.pass(99);
  expect(done).toEqual(['short', 'long']);
  timers.pass(1);
  expect(done).toEqual(['short', 'long', 'next']);
  timers.pass(100);
  expect(done).toEqual(['short', 'long', 'next', 'last']);
  share.run(work('again', 1));
  expect(done).toContain('again');
});
