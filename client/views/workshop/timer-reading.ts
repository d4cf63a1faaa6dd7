import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Timer } from '#shared/session/workshop-state.ts';

export interface TimerReading {
  readonly kind: 'running' | 'paused' | 'over';
  /** Whole seconds left, or past the end when `over`. */
  readonly seconds: number;
  readonly totalSeconds: number;
  /** How much of the time is used, 0–1. */
  readonly used: number;
}

/**
 * The timer as every screen shows it. `second` is the shared clock at whole seconds, so that two screens never stand on different
 * digits for longer than their clocks differ; rounding keeps it within half a second of the truth.
 */
export function readTimer(timer: Timer, second: EpochMs): TimerReading {
  const remainingMs = timer.kind === 'running' ? timer.endsAt - second : timer.remainingMs;
  const totalSeconds = Math.round(timer.totalMs / 1000);
  // The clock's whole second may lie before the start, when there is never more left than the whole time.
  const seconds = Math.min(Math.round(remainingMs / 1000), totalSeconds);
  return {
    kind: timer.kind === 'paused' ? 'paused' : seconds <= 0 ? 'over' : 'running',
    seconds: Math.abs(seconds),
    totalSeconds,
    used: totalSeconds === 0 ? 1 : Math.min(1, Math.max(0, 1 - seconds / totalSeconds)),
  };
}

/** `4:05`, or `1:04:05` from an hour up. */
export function formatSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}
