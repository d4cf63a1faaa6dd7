import { Crowd, STANDARD_HABITS, type Habits } from '../load/crowd.ts';
import { measureLoad, type LoadReading } from '../load/measure-load.ts';
import { missingEdits } from '../load/missing-edits.ts';
import { STANDARD_RATES, type Rates } from '../load/offered-load.ts';
import type { Figure, Scenario } from '../scenario.ts';

export interface SteadyLoad {
  readonly rooms: number;
  readonly people: number;
  readonly habits?: Habits;
  readonly rates?: Rates;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface SteadyResult extends LoadReading {
  /** Of the edits sent in the first room, how many somebody who comes in afterwards does not get; `null` where nothing is kept. */
  readonly missingEdits: number | null;
}

/** The same load for a while, once everybody is there. */
export const steadyLoad = (
  scenario: Pick<
    Scenario<SteadyLoad, SteadyResult>,
    'id' | 'title' | 'about' | 'params' | 'repetitions' | 'figures'
  >,
): Scenario<SteadyLoad, SteadyResult> => ({
  ...scenario,
  persistent: false,
  suits: () => true,
  async measure(site, { rooms, people, habits = STANDARD_HABITS, rates = STANDARD_RATES, ...times }) {
    const doors = await site.contender.doors(site.server, rooms, people);
    const crowd = new Crowd(site, doors, habits);
    await crowd.enter();
    await crowd.createNotes();
    const reading = await measureLoad(site, crowd, { rates, ...times, graceMs: 3_000 });
    const missing = await missingEdits(site, crowd);
    crowd.leave();
    return { ...reading, missingEdits: missing };
  },
});

const ms = (
  name: string,
  of: Figure<SteadyResult>['of'],
  better: 'lower' | 'none' = 'lower',
): Figure<SteadyResult> => ({ name, unit: 'ms', better, of });

export const EDIT_TIMES: readonly Figure<SteadyResult>[] = [
  ms('edit p50', (r) => r.edits.p50),
  ms('edit p95', (r) => r.edits.p95),
  ms('edit p99', (r) => r.edits.p99),
];

export const POINTER_TIMES: readonly Figure<SteadyResult>[] = [
  ms('pointer p50', (r) => r.pointers.p50),
  ms('pointer p99', (r) => r.pointers.p99),
];

/** Compared with nothing: one server means the disk by it, another its memory. */
export const SAVED_TIMES: readonly Figure<SteadyResult>[] = [
  ms('saved p50', (r) => r.saved.p50, 'none'),
  ms('saved p99', (r) => r.saved.p99, 'none'),
];

export const COSTS: readonly Figure<SteadyResult>[] = [
  { name: 'server CPU', unit: 'cores', better: 'lower', of: (r) => r.usage.serverCpu },
  { name: 'server RSS', unit: 'MB', better: 'lower', of: (r) => r.usage.rssMb },
  { name: 'frames to clients', unit: '/s', better: 'lower', of: (r) => r.framesPerSecond },
  { name: 'bytes on the wire', unit: 'MB/s', better: 'lower', of: (r) => r.megabytesPerSecond },
];

/** Whether all of it arrived. */
export const COMPLETENESS: readonly Figure<SteadyResult>[] = [
  {
    name: 'deliveries',
    unit: '/s',
    better: 'none',
    of: ({ delivered }) => delivered.edits + delivered.pointers,
  },
  {
    name: 'deliveries missing',
    unit: '',
    better: 'none',
    of: ({ edits, pointers }) => edits.missing + pointers.missing,
  },
  { name: 'edits missing for a newcomer', unit: '', better: 'none', of: (r) => r.missingEdits },
];
