import type { Histogram } from './histogram.ts';
import type { Crowd } from './crowd.ts';

const TICK_MS = 1;
/** People are not metronomes: each pause is this share longer or shorter. */
const JITTER = 0.2;

export interface Rates {
  /** Per writer. */
  readonly editsPerSecond: number;
  /** Per person with a moving pointer. */
  readonly pointersPerSecond: number;
}

/** Each at two edits a second, a moving pointer ten times a second. */
export const STANDARD_RATES: Rates = { editsPerSecond: 2, pointersPerSecond: 10 };

export const scaled = (rates: Rates, by: number): Rates => ({
  editsPerSecond: rates.editsPerSecond * by,
  pointersPerSecond: rates.pointersPerSecond * by,
});

interface Stream {
  readonly send: () => void;
  readonly everyMs: number;
  next: number;
}

/** Sends on schedule, whether or not the server keeps up; each message carries the time it left. Returns what stops it. */
export function offerLoad(
  crowd: Crowd,
  rates: Rates,
  random: () => number,
  lateness: () => Histogram,
): () => void {
  const streams = streamsOf(crowd, rates, random);
  const timer = setInterval(() => {
    const now = performance.now();
    const late = lateness();
    for (const stream of streams) {
      while (stream.next <= now) {
        late.add(now - stream.next);
        stream.send();
        stream.next += stream.everyMs * (1 - JITTER + 2 * JITTER * random());
      }
    }
  }, TICK_MS);
  return () => clearInterval(timer);
}

function streamsOf(crowd: Crowd, rates: Rates, random: () => number): readonly Stream[] {
  const start = performance.now();
  const stream = (send: () => void, perSecond: number): readonly Stream[] => {
    const everyMs = 1000 / perSecond;
    return perSecond === 0 ? [] : [{ send, everyMs, next: start + random() * everyMs }];
  };
  return crowd.people.flatMap((person) => [
    ...(person.writer === null ? [] : stream(() => person.edit(), rates.editsPerSecond)),
    ...(person.pointer === null ? [] : stream(() => person.show(), rates.pointersPerSecond)),
  ]);
}
