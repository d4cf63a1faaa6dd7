import { Crowd } from '../load/crowd.ts';
import { measureLoad, type LoadReading } from '../load/measure-load.ts';
import { STANDARD_RATES } from '../load/offered-load.ts';
import { missingEdits } from '../load/missing-edits.ts';
import type { Scenario } from '../scenario.ts';
import { loadFigures } from './load-figures.ts';

interface Params {
  readonly people: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

interface Result extends LoadReading {
  /** Of those sent, how many a newcomer does not get. */
  readonly missingEdits: number | null;
}

export const latency: Scenario<Params, Result> = {
  id: 'latency',
  title: 'One room of 100 at the standard load',
  about:
    '100 people on one page, each at two edits a second (a move of a note, a letter typed in it), a fifth of them with a pointer ' +
    'that moves ten times a second. Times from sending to having been received by each of the others.',
  persistent: false,
  suits: () => true,
  repetitions: { full: 3, quick: 1 },
  params: {
    full: { people: 100, warmUpMs: 3_000, measureMs: 8_000 },
    quick: { people: 100, warmUpMs: 1_500, measureMs: 3_000 },
  },
  async measure(site, { people, warmUpMs, measureMs }) {
    const doors = await site.contender.doors(site.server, 1, people);
    const crowd = new Crowd(site, doors);
    await crowd.enter();
    await crowd.createNotes();
    const reading = await measureLoad(site, crowd, {
      rates: STANDARD_RATES,
      warmUpMs,
      measureMs,
      graceMs: 3_000,
    });
    const missing = await missingEdits(site, crowd);
    crowd.leave();
    return { ...reading, missingEdits: missing };
  },
  figures: () => [
    ...loadFigures,
    { name: 'edits missing for a newcomer', unit: '', better: 'none', of: (r) => r.missingEdits },
  ],
};
