import type { Pace } from './fan-out.ts';

/** One write to every socket per tick: the more sockets, the fewer ticks a second the same processor can pay for. */
const UPDATES_MS = { small: 16, medium: 33, large: 50 };
/** Cursors may lag more than edits; every state goes to everyone, so their cost is the square of the room. */
const PRESENCE_MS = { small: 100, medium: 200, large: 333 };

const SMALL_BELOW = 50;
const PRESENCE_LARGE_FROM = 200;
const UPDATES_LARGE_FROM = 300;

/** Above this the event loop is behind its work, and more ticks would put it further behind. */
const LATE_ABOVE_MS = 20;
const STRETCH = 2;

export function paceFor(connections: number, loopDelayMs: number): Pace {
  const stretch = loopDelayMs > LATE_ABOVE_MS ? STRETCH : 1;
  return {
    updatesMs: stretch * step(connections, UPDATES_LARGE_FROM, UPDATES_MS),
    presenceMs: stretch * step(connections, PRESENCE_LARGE_FROM, PRESENCE_MS),
  };
}

function step(connections: number, largeFrom: number, ms: typeof UPDATES_MS): number {
  if (connections < SMALL_BELOW) return ms.small;
  return connections < largeFrom ? ms.medium : ms.large;
}
