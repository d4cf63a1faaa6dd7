import type { TimerReading } from './timer-reading.ts';

/** Minutes left at which a screen reader is told the time; every second would drown all else. */
export type TimerMark = 5 | 1 | 0;

const MARKS: readonly TimerMark[] = [0, 1, 5];

/**
 * The mark that was passed between two readings, the latest if a sleeping tab missed several; `null` when none was. A timer
 * that begins on a mark has not passed it.
 */
export function passedMark(before: TimerReading | null, after: TimerReading | null): TimerMark | null {
  if (before === null || after === null || after.kind === 'paused') return null;
  const was = secondsLeft(before);
  const is = secondsLeft(after);
  return MARKS.find((minutes) => is <= minutes * 60 && was > minutes * 60) ?? null;
}

const secondsLeft = (reading: TimerReading): number =>
  reading.kind === 'over' ? -reading.seconds : reading.seconds;
