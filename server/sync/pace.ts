import type { Pace } from './fan-out.ts';

/**
 * A tick costs one write to every socket, so what it costs says how often the same processor can pay for it: a room may use this share of
 * the event loop for telling of updates, and a smaller one for cursors, that may lag more than edits do.
 */
const UPDATES_SHARE = 1 / 8;
const PRESENCE_SHARE = 1 / 16;

/** In between nobody sees a difference; beyond it, what people do stops feeling like one room. */
const UPDATES_MS = { least: 8, most: 100 };
const PRESENCE_MS = { least: 33, most: 333 };

/** `costMs`: what ticks of the room have cost lately. `busy`: the share of its time that the event loop is at work, from 0 to 1. */
export function paceFor(costMs: number, busy: number): Pace {
  const stretch = stretchFor(busy);
  return {
    updatesMs: stretch * within(UPDATES_MS, costMs / UPDATES_SHARE),
    presenceMs: stretch * within(PRESENCE_MS, costMs / PRESENCE_SHARE),
  };
}

/** From here on more ticks would put the event loop further behind; at full load it takes three times as long between two. */
const BUSY_FROM = 0.7;
const STRETCH_MOST = 3;

const stretchFor = (busy: number): number =>
  1 + ((STRETCH_MOST - 1) * Math.max(0, busy - BUSY_FROM)) / (1 - BUSY_FROM);

const within = ({ least, most }: { readonly least: number; readonly most: number }, ms: number): number =>
  Math.min(most, Math.max(least, ms));
