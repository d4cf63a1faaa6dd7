import { setTimeout as wait } from 'node:timers/promises';
import { Crowd } from '../load/crowd.ts';
import { serverMemory, type ServerMemory } from '../machine/server-memory.ts';
import type { Scenario } from '../scenario.ts';

interface Params {
  readonly rooms: number;
  readonly people: number;
  readonly restMs: number;
}

interface Result {
  readonly connections: number;
  readonly before: ServerMemory;
  readonly after: ServerMemory;
  readonly idleCpu: number;
}

const SETTLE_MS = 3_000;

export const idle: Scenario<Params, Result> = {
  id: 'idle',
  title: '1,000 who look on',
  about:
    'A thousand people in rooms of ten who have come in, show that they are there and do nothing. What their connections and pages cost, ' +
    'after garbage has been collected, in a server that has been started since they took their seats.',
  persistent: false,
  suits: () => true,
  repetitions: { full: 1, quick: 1 },
  params: {
    full: { rooms: 100, people: 10, restMs: 6_000 },
    quick: { rooms: 100, people: 10, restMs: 4_000 },
  },
  async measure(site, { rooms, people, restMs }) {
    const doors = await site.contender.doors(site.server, rooms, people);
    // Handing out seats leaves garbage behind that would hide what connections cost.
    await site.killAndRestart();
    // What is made on the first connection is not the thousand's.
    const first = new Crowd(site, doors.slice(0, 1), { write: 0, point: 0 });
    await first.enter();
    await wait(SETTLE_MS);
    const before = await serverMemory(site.server);
    const crowd = new Crowd(site, doors.slice(1), { write: 0, point: 0 });
    await crowd.enter();
    await wait(SETTLE_MS);
    const after = await serverMemory(site.server);
    const used = site.watch();
    await wait(restMs);
    const { serverCpu } = used();
    if (!crowd.isWhole || !first.isWhole) throw new Error('somebody was sent away');
    crowd.leave();
    first.leave();
    return { connections: crowd.people.length, before, after, idleCpu: serverCpu };
  },
  figures: () => [
    {
      name: 'RSS a connection',
      unit: 'kB',
      better: 'lower',
      of: (r) => kilobytesEach(r, r.after.rssBytes - r.before.rssBytes),
    },
    {
      name: 'heap a connection',
      unit: 'kB',
      better: 'lower',
      of: (r) => kilobytesEach(r, r.after.heapBytes - r.before.heapBytes),
    },
    { name: 'RSS with all', unit: 'MB', better: 'lower', of: (r) => r.after.rssBytes / 1e6 },
    { name: 'server CPU', unit: 'cores', better: 'lower', of: (r) => r.idleCpu },
  ],
};

const kilobytesEach = ({ connections }: Result, bytes: number): number => bytes / connections / 1e3;
