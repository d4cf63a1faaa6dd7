import { describe, expect, it } from 'vitest';
import { passedMark } from '#client/views/workshop/timer-mark.ts';
import { formatSeconds, readTimer, type TimerReading } from '#client/views/workshop/timer-reading.ts';
import type { Timer } from '#shared/session/workshop-state.ts';
import { MINUTE, NINE } from './workshop.ts';

const running = (endsAt: number, totalMs = 10 * MINUTE): Timer => ({ kind: 'running', endsAt, totalMs });
const SECOND = 1000;

describe('reading the timer', () => {
  it('counts down to zero and then up', () => {
    const timer = running(NINE + 10 * MINUTE);
    expect(readTimer(timer, NINE)).toMatchObject({ kind: 'running', seconds: 600, used: 0 });
    expect(readTimer(timer, NINE + 9 * MINUTE + 59 * SECOND)).toMatchObject({ kind: 'running', seconds: 1 });
    expect(readTimer(timer, NINE + 10 * MINUTE)).toMatchObject({ kind: 'over', seconds: 0, used: 1 });
    expect(readTimer(timer, NINE + 12 * MINUTE + 10 * SECOND)).toMatchObject({
      kind: 'over',
      seconds: 130,
      used: 1,
    });
  });

  it('never shows more than the whole time, though the clock’s second began before the timer did', () => {
    const timer = running(NINE + 700 + 10 * MINUTE);
    expect(readTimer(timer, NINE).seconds).toBe(600);
  });

  it('stays within half a second of the truth when the end is not on a whole second', () => {
    const timer = running(NINE + 300 + 10 * MINUTE);
    expect(readTimer(timer, NINE + 9 * MINUTE).seconds).toBe(60);
    const later = running(NINE + 700 + 10 * MINUTE);
    expect(readTimer(later, NINE + 9 * MINUTE).seconds).toBe(61);
  });

  it('stands still while paused, whatever the clock says', () => {
    const timer: Timer = { kind: 'paused', remainingMs: 90_000, totalMs: 10 * MINUTE };
    expect(readTimer(timer, NINE)).toEqual(readTimer(timer, NINE + 60 * MINUTE));
    expect(readTimer(timer, NINE)).toMatchObject({ kind: 'paused', seconds: 90 });
  });

  it('shows a timer paused at its end as used up, not as running over', () => {
    const timer: Timer = { kind: 'paused', remainingMs: 0, totalMs: 10 * MINUTE };
    expect(readTimer(timer, NINE)).toMatchObject({ kind: 'paused', seconds: 0, used: 1 });
  });
});

describe('writing seconds', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [130, '2:10'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3845, '1:04:05'],
  ])('writes %i as %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe('announcing the time', () => {
  const left = (seconds: number): TimerReading => ({
    kind: seconds <= 0 ? 'over' : 'running',
    seconds: Math.abs(seconds),
    totalSeconds: 600,
    used: 0,
  });

  it('happens at five minutes, one minute and the end, once each', () => {
    const marks: unknown[] = [];
    for (let second = 600; second > -10; second -= 1) {
      const mark = passedMark(left(second), left(second - 1));
      if (mark !== null) marks.push([second - 1, mark]);
    }
    expect(marks).toEqual([
      [300, 5],
      [60, 1],
      [0, 0],
    ]);
  });

  it('tells only the latest when a sleeping tab wakes', () => {
    expect(passedMark(left(400), left(30))).toBe(1);
    expect(passedMark(left(400), left(-5))).toBe(0);
  });

  it('keeps quiet at the start, in a pause and when time is added', () => {
    expect(passedMark(null, left(300))).toBeNull();
    expect(passedMark(left(301), { ...left(300), kind: 'paused' })).toBeNull();
    expect(passedMark(left(50), left(110))).toBeNull();
  });
});
