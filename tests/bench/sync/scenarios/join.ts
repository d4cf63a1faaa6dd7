import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import { arrive, type Arrival } from '../load/arrival.ts';
import type { Door } from '../load/door.ts';
import { pageOfNotes, type PageOfNotes } from '../load/page-of-notes.ts';
import { Visitor } from '../load/visitor.ts';
import type { Scenario } from '../scenario.ts';
import type { Site } from '../site.ts';
import { quantile } from '../report/median.ts';

interface Params {
  readonly notes: number;
  readonly authors: number;
  readonly alone: number;
  readonly crowds: readonly number[];
}

interface Result {
  /** Milliseconds from asking to having the page. */
  readonly alone: number | null;
  readonly crowds: readonly CrowdResult[];
  readonly peakRssMb: number;
}

interface CrowdResult {
  readonly people: number;
  readonly p50: number | null;
  readonly last: number | null;
  readonly serverCpuSeconds: number;
  readonly megabytes: number;
  /** How many got nothing, or not all of it. */
  readonly failed: number;
}

/** What a server has been told may be stored a moment later, or turned into a state for newcomers. */
const SETTLE_MS = 3_000;

export const join: Scenario<Params, Result> = {
  id: 'join',
  title: 'Coming to a page of 5,000 notes',
  about:
    'Somebody with an empty copy opens a page of 5,000 notes by 40 people, alone (the median of those who come one by one) and ' +
    'all at once. Each in the way of the server’s own client: ours fetches the page over HTTP, then opens the socket.',
  persistent: false,
  suits: ({ standing }) => standing !== 'ceiling',
  repetitions: { full: 1, quick: 1 },
  params: {
    full: { notes: 5_000, authors: 40, alone: 7, crowds: [100, 500] },
    quick: { notes: 5_000, authors: 40, alone: 3, crowds: [100] },
  },
  async measure(site, { notes, authors, alone, crowds }) {
    const people = authors + Math.max(...crowds);
    const doors = must((await site.contender.doors(site.server, 1, people))[0], 'a room');
    const { page, witness } = await fillPage(site, doors.slice(0, authors), notes);
    const joining = doors.slice(authors);
    await wait(SETTLE_MS);

    const times: number[] = [];
    for (const door of joining.slice(0, alone)) {
      const arrival = await arrive(site, door);
      arrival.leave();
      requireWhole(arrival, page);
      times.push(must(arrival.ms, 'the page'));
      await wait(300);
    }
    const results: CrowdResult[] = [];
    let peakRssMb = 0;
    for (const size of crowds) {
      const used = site.watch();
      const before = site.network.bytesIn;
      const arrivals = await Promise.all(joining.slice(0, size).map((door) => arrive(site, door)));
      const usage = used();
      for (const arrival of arrivals) arrival.leave();
      results.push({
        people: size,
        p50: quantile(timesOf(arrivals), 0.5),
        last: quantile(timesOf(arrivals), 1),
        serverCpuSeconds: usage.serverCpu * usage.seconds,
        megabytes: (site.network.bytesIn - before + fetchedBytes(arrivals)) / 1e6,
        failed: arrivals.length - wholeOnes(arrivals, page),
      });
      peakRssMb = usage.peakRssMb;
      await wait(2_000);
    }
    witness.leave();
    return { alone: quantile(times, 0.5), crowds: results, peakRssMb };
  },
  figures: ({ crowds }) => [
    { name: 'alone', unit: 'ms', better: 'lower', of: (r) => r.alone },
    ...crowds.flatMap((people, index) => figuresOf(people, (result) => result.crowds[index])),
    { name: 'server peak RSS', unit: 'MB', better: 'lower', of: (r) => r.peakRssMb },
  ],
};

const figuresOf = (people: number, of: (result: Result) => CrowdResult | undefined) =>
  [
    { name: `${people} at once, p50`, unit: 'ms', better: 'lower', of: (r: Result) => of(r)?.p50 ?? null },
    {
      name: `${people} at once, the last`,
      unit: 'ms',
      better: 'lower',
      of: (r: Result) => of(r)?.last ?? null,
    },
    {
      name: `${people} at once, server CPU`,
      unit: 's',
      better: 'lower',
      of: (r: Result) => of(r)?.serverCpuSeconds ?? null,
    },
    {
      name: `${people} at once, bytes to them`,
      unit: 'MB',
      better: 'lower',
      of: (r: Result) => of(r)?.megabytes ?? null,
    },
    {
      name: `${people} at once, without all of it`,
      unit: '',
      better: 'none',
      of: (r: Result) => of(r)?.failed ?? null,
    },
  ] as const;

/**
 * Everybody's part from a socket of its own; done when a newcomer is given all of it. That witness stays: a server that stores nothing
 * forgets a page which nobody has open.
 */
async function fillPage(
  site: Site,
  doors: readonly Door[],
  notes: number,
): Promise<{ readonly page: PageOfNotes; readonly witness: Visitor }> {
  const authors = doors.map(({ author }) => author);
  const page = pageOfNotes(notes, authors, site.random);
  const visitors = doors.map((door) => new Visitor(site, door));
  await Promise.all(visitors.map(({ entered }) => entered));
  for (const [index, visitor] of visitors.entries()) {
    for (const update of page.contributions[index]?.updates ?? []) {
      visitor.sendUpdate(update);
      await wait(5);
    }
  }
  const witness = new Visitor(site, must(doors[0], 'a door'));
  const hasAll = (): boolean =>
    [...page.stateVector].every(([client, clock]) => witness.clockOf(client) >= clock);
  if (!(await witness.wait(hasAll, 30_000))) throw new Error('the page was never filled');
  for (const visitor of visitors) visitor.leave();
  return { page, witness };
}

const timesOf = (arrivals: readonly Arrival[]): readonly number[] => arrivals.flatMap(({ ms }) => ms ?? []);

const fetchedBytes = (arrivals: readonly Arrival[]): number =>
  arrivals.reduce((sum, { fetched }) => sum + (fetched?.byteLength ?? 0), 0);

/** Most get byte for byte the same, and then one decoding speaks for all. */
function wholeOnes(arrivals: readonly Arrival[], page: PageOfNotes): number {
  const known: Arrival[] = [];
  return arrivals.filter((arrival) => {
    if (arrival.ms === null) return false;
    if (known.some((other) => isSame(arrival, other))) return true;
    if (!isWhole(arrival, page)) return false;
    known.push(arrival);
    return true;
  }).length;
}

function requireWhole(arrival: Arrival, page: PageOfNotes): void {
  if (!isWhole(arrival, page)) throw new Error('the page came in part only');
}

const isSame = (a: Arrival, b: Arrival): boolean =>
  isSameBytes(a.fetched, b.fetched) &&
  a.told.length === b.told.length &&
  a.told.every((bytes, index) => isSameBytes(bytes, b.told[index] ?? null));

const isSameBytes = (a: Buffer | null, b: Buffer | null): boolean =>
  a === null || b === null ? a === b : a.equals(b);

function isWhole({ fetched, told }: Arrival, { stateVector }: PageOfNotes): boolean {
  const doc = new Y.Doc();
  if (fetched !== null) Y.applyUpdateV2(doc, gunzipSync(fetched));
  for (const update of told) Y.applyUpdate(doc, update);
  const whole = [...stateVector].every(([client, clock]) => Y.getState(doc.store, client) === clock);
  doc.destroy();
  return whole;
}
