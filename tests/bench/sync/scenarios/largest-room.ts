import { setTimeout as wait } from 'node:timers/promises';
import { must } from '#shared/kernel/assert.ts';
import { Crowd } from '../load/crowd.ts';
import { highestSteps, type HighestSteps, type Search } from '../load/load-steps.ts';
import { measureLoad } from '../load/measure-load.ts';
import { STANDARD_RATES } from '../load/offered-load.ts';
import { LATE_MS } from '../load/rule.ts';
import type { Scenario } from '../scenario.ts';

interface Params {
  readonly search: Omit<Search, 'rungs'>;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

const SIZES = [25, 50, 75, 100, 125, 150, 200, 250, 300, 350, 400, 500, 600, 700, 800];
const LARGEST = 800;

export const largestRoom: Scenario<Params, HighestSteps> = {
  id: 'largest',
  title: 'The largest room at the standard load',
  about:
    'How many people one page carries, each at the standard load, while the 99th percentile stays below ' +
    `${LATE_MS} ms: that of edits, or that of edits and pointers both.`,
  persistent: false,
  suits: () => true,
  repetitions: { full: 1, quick: 1 },
  params: {
    full: { search: { start: 3, stride: 3, attempts: 2 }, warmUpMs: 1_500, measureMs: 3_000 },
    quick: { search: { start: 3, stride: 4, attempts: 1 }, warmUpMs: 700, measureMs: 1_500 },
  },
  async measure(site, { search, warmUpMs, measureMs }) {
    const doors = must((await site.contender.doors(site.server, 1, LARGEST))[0], 'a room');
    return highestSteps({ ...search, rungs: SIZES.length }, async (rung) => {
      const crowd = new Crowd(site, [doors.slice(0, SIZES[rung])]);
      await crowd.enter();
      await crowd.createNotes();
      const reading = await measureLoad(site, crowd, {
        rates: STANDARD_RATES,
        warmUpMs,
        measureMs,
        graceMs: 1_000,
      });
      crowd.cut();
      await wait(1_500);
      return reading;
    });
  },
  figures: () => [
    {
      name: `people, p99 of edits < ${LATE_MS} ms`,
      unit: '',
      better: 'higher',
      of: ({ edits }) => edits?.reading.people ?? 0,
    },
    {
      name: `people, p99 of edits and pointers < ${LATE_MS} ms`,
      unit: '',
      better: 'higher',
      of: ({ all }) => all?.reading.people ?? 0,
    },
    {
      name: 'edit p50 there',
      unit: 'ms',
      better: 'none',
      of: ({ edits }) => edits?.reading.edits.p50 ?? null,
    },
    {
      name: 'server CPU there',
      unit: 'cores',
      better: 'none',
      of: ({ edits }) => edits?.reading.usage.serverCpu ?? null,
    },
  ],
};
