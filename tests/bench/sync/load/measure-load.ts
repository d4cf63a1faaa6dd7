import { setTimeout as wait } from 'node:timers/promises';
import type { Usage } from '../machine/watch.ts';
import type { Site } from '../site.ts';
import type { Crowd } from './crowd.ts';
import { Histogram, type Latency } from './histogram.ts';
import { offerLoad, type Rates } from './offered-load.ts';
import { Tally } from './tally.ts';

export interface Plan {
  readonly rates: Rates;
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** How long after the end something may still arrive. */
  readonly graceMs: number;
}

export interface LoadReading {
  readonly people: number;
  /** From sending to having been received by each of the others. */
  readonly edits: Latency;
  readonly pointers: Latency;
  /** From sending to the sender knowing that it is saved; of servers that say so. */
  readonly saved: Latency;
  /** Deliveries a second: one for each message and each other person in its room. */
  readonly offered: Deliveries;
  readonly delivered: Deliveries;
  /** Deliveries that came as part of a later one; for pointers that is all there is to see. */
  readonly superseded: Deliveries;
  readonly framesPerSecond: number;
  readonly megabytesPerSecond: number;
  readonly usage: Usage;
  /** How late the generator was with its own sending. */
  readonly lateness: Latency;
  readonly gaps: number;
  readonly broken: number;
}

export interface Deliveries {
  readonly edits: number;
  readonly pointers: number;
}

/** Offers the load, and measures what becomes of what is sent within the window. */
export async function measureLoad(site: Site, crowd: Crowd, plan: Plan): Promise<LoadReading> {
  const { network, random } = site;
  let lateness = new Histogram();
  const stop = offerLoad(crowd, plan.rates, random, () => lateness);
  await wait(plan.warmUpMs);

  lateness = new Histogram();
  const tallies = { edits: new Tally(), pointers: new Tally() };
  const saved = new Histogram();
  Object.assign(crowd.score, tallies, { saved, gaps: 0 });
  const brokenBefore = network.brokenCount;
  const before = network.counts();
  const used = site.watch();
  const started = performance.now();
  for (const track of tracksOf(crowd)) track.startMeasuring();
  for (const tally of Object.values(tallies)) tally.open(started);
  await wait(plan.measureMs);

  const ended = performance.now();
  for (const track of tracksOf(crowd)) track.stopMeasuring();
  for (const tally of Object.values(tallies)) tally.close(ended);
  const usage = used();
  const after = network.counts();
  stop();

  const expected = expectedDeliveries(crowd);
  await grace(plan.graceMs, () => isAllHere(expected, tallies));
  Object.assign(crowd.score, { edits: null, pointers: null, saved: null });

  const seconds = (ended - started) / 1000;
  const perSecond = ({ edits, pointers }: Deliveries): Deliveries => ({
    edits: Math.round(edits / seconds),
    pointers: Math.round(pointers / seconds),
  });
  return {
    people: crowd.people.length,
    edits: tallies.edits.latency.read(expected.edits - tallies.edits.latency.count),
    pointers: tallies.pointers.latency.read(expected.pointers - tallies.pointers.latency.count),
    saved: saved.read(),
    offered: perSecond(expected),
    delivered: perSecond({ edits: tallies.edits.inWindow, pointers: tallies.pointers.inWindow }),
    superseded: perSecond({ edits: tallies.edits.superseded, pointers: tallies.pointers.superseded }),
    framesPerSecond: Math.round((after.framesIn - before.framesIn) / seconds),
    megabytesPerSecond: (after.bytesIn - before.bytesIn + after.bytesOut - before.bytesOut) / seconds / 1e6,
    usage,
    lateness: lateness.read(),
    gaps: crowd.score.gaps,
    broken: network.brokenCount - brokenBefore,
  };
}

const tracksOf = (crowd: Crowd) =>
  crowd.rooms.flatMap(({ writers, pointers }) => [...writers, ...pointers].map(({ track }) => track));

/** Everything measured goes to everybody else in its room. */
function expectedDeliveries(crowd: Crowd): Deliveries {
  let edits = 0;
  let pointers = 0;
  for (const room of crowd.rooms) {
    const others = room.population - 1;
    for (const { track } of room.writers) edits += track.measured * others;
    for (const { track } of room.pointers) pointers += track.measured * others;
  }
  return { edits, pointers };
}

const isAllHere = (
  expected: Deliveries,
  { edits, pointers }: { readonly edits: Tally; readonly pointers: Tally },
): boolean => edits.latency.count >= expected.edits && pointers.latency.count >= expected.pointers;

async function grace(ms: number, isDone: () => boolean): Promise<void> {
  const until = performance.now() + ms;
  while (!isDone() && performance.now() < until) await wait(10);
}
