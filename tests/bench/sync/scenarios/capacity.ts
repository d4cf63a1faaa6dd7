import { Crowd } from '../load/crowd.ts';
import { highestSteps, type HighestSteps, type Search, type Step } from '../load/load-steps.ts';
import { measureLoad } from '../load/measure-load.ts';
import { scaled, STANDARD_RATES } from '../load/offered-load.ts';
import { LATE_MS } from '../load/rule.ts';
import type { Scenario } from '../scenario.ts';

interface Params {
  readonly rooms: number;
  readonly people: number;
  readonly search: Omit<Search, 'rungs' | 'start'>;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

type Result = HighestSteps;

/** So many people in all, whatever the size of the rooms. */
const PEOPLE = 500;
/** Two sizes speak for the others. */
const IN_A_QUICK_RUN = [10, 100];
/** Deliveries offered a second on the lowest rung; each next one is a quarter more. */
const LOWEST = 1_000;
const GROWTH = 2 ** (1 / 3);
const START = 13;
/**
 * Six times the standard load a person: twelve edits a second and a pointer at 60 Hz. Beyond it is no person, and ours begins to read
 * more slowly from whoever sends more.
 */
const HIGHEST_RATE = 6;

/** The most deliveries a second that still arrive in time, for one size of room. */
export function capacity(people: number): Scenario<Params, Result> {
  const room = { rooms: Math.max(1, Math.floor(PEOPLE / people)), people };
  return {
    id: `capacity-${people}`,
    title: `The most that is carried in rooms of ${people}`,
    about:
      `${room.rooms * people} people in rooms of ${people}; what each of them sends is raised in proportion, to six times the standard ` +
      `load at most, while the 99th percentile stays below ${LATE_MS} ms: that of edits, or that of edits and pointers both. ` +
      'A delivery is one message that one other person has got.',
    persistent: false,
    suits: () => true,
    repetitions: { full: 1, quick: IN_A_QUICK_RUN.includes(people) ? 1 : 0 },
    params: {
      full: { ...room, search: { stride: 3, attempts: 2 }, warmUpMs: 700, measureMs: 2_000 },
      quick: { ...room, search: { stride: 6, attempts: 1 }, warmUpMs: 500, measureMs: 1_500 },
    },
    async measure(site, { rooms, search, warmUpMs, measureMs }) {
      const doors = await site.contender.doors(site.server, rooms, people);
      const standard = standardDeliveries(rooms, people);
      const rateAt = (rung: number): number => (LOWEST * GROWTH ** rung) / standard;
      const rungs = Math.floor(Math.log((HIGHEST_RATE * standard) / LOWEST) / Math.log(GROWTH)) + 1;
      let crowd: Crowd | null = null;
      const gather = async (): Promise<Crowd> => {
        const fresh = new Crowd(site, doors);
        await fresh.enter();
        await fresh.createNotes();
        return fresh;
      };
      return highestSteps({ ...search, rungs, start: Math.min(START, rungs - 1) }, async (rung) => {
        if (crowd?.isWhole !== true) {
          crowd?.cut();
          crowd = await gather();
        }
        const rates = scaled(STANDARD_RATES, rateAt(rung));
        const reading = await measureLoad(site, crowd, { rates, warmUpMs, measureMs, graceMs: 1_000 });
        await crowd.settle();
        return reading;
      });
    },
    figures: () => [
      {
        name: `edits delivered, p99 < ${LATE_MS} ms`,
        unit: '/s',
        better: 'higher',
        of: ({ edits }) => edits?.reading.offered.edits ?? 0,
      },
      {
        name: `edits and pointers delivered, p99 < ${LATE_MS} ms`,
        unit: '/s',
        better: 'higher',
        of: ({ all }) => (all === null ? 0 : all.reading.offered.edits + all.reading.offered.pointers),
      },
      { name: 'edit p50 there', unit: 'ms', better: 'none', of: at((r) => r.edits.p50) },
      { name: 'pointer p50 there', unit: 'ms', better: 'none', of: at((r) => r.pointers.p50) },
      { name: 'server CPU there', unit: 'cores', better: 'none', of: at((r) => r.usage.serverCpu) },
      { name: 'frames to clients there', unit: '/s', better: 'none', of: at((r) => r.framesPerSecond) },
    ],
  };
}

/** At the most that was carried of edits. */
const at =
  (of: (reading: Step['reading']) => number | null) =>
  ({ edits }: Result): number | null =>
    edits === null ? null : of(edits.reading);

function standardDeliveries(rooms: number, people: number): number {
  const { editsPerSecond, pointersPerSecond } = STANDARD_RATES;
  const sent = people * editsPerSecond + Math.round(people / 5) * pointersPerSecond;
  return rooms * sent * (people - 1);
}
