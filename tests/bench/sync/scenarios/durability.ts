import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { must } from '#shared/kernel/assert.ts';
import { Crowd } from '../load/crowd.ts';
import type { Door } from '../load/door.ts';
import { Visitor } from '../load/visitor.ts';
import type { Scenario } from '../scenario.ts';
import type { Site } from '../site.ts';

interface Params {
  readonly trials: number;
  readonly edits: number;
  readonly editsPerSecond: number;
}

interface Result {
  readonly editsEach: number;
  /** Lost in each trial. */
  readonly lostThoughSeen: readonly number[];
  /** `null` for servers that never say that anything is saved. */
  readonly lostThoughSaved: readonly number[] | null;
}

const PATIENCE_MS = 10_000;

export const durability: Scenario<Params, Result> = {
  id: 'durability',
  title: 'Killed with -9',
  about:
    'Somebody writes 60 edits in three seconds; the server is killed with -9 when another client has seen the last of them, or when the ' +
    'writer has been told that it is saved, and started again. What is then not there has been lost. Peers with their own storage: ' +
    'LevelDB for @y/websocket-server and y-socket.io, SQLite for Hocuspocus with its standard delays.',
  persistent: true,
  suits: ({ standing }) => standing !== 'ceiling',
  repetitions: { full: 1, quick: 1 },
  params: {
    full: { trials: 3, edits: 60, editsPerSecond: 20 },
    quick: { trials: 1, edits: 60, editsPerSecond: 20 },
  },
  async measure(site, { trials, edits, editsPerSecond }) {
    const { contender, server } = site;
    const doors = await contender.doors(server, 2 * trials, 2);
    const trial = (room: number, isTime: KillTime): Promise<number> =>
      lostInTrial(site, must(doors[room], 'a room'), edits, 1000 / editsPerSecond, isTime);
    const lostThoughSeen: number[] = [];
    const lostThoughSaved: number[] = [];
    for (let index = 0; index < trials; index += 1) {
      lostThoughSeen.push(await trial(2 * index, lastIsSeen));
      if (contender.tellsSaved) lostThoughSaved.push(await trial(2 * index + 1, lastIsSaved));
    }
    return {
      editsEach: edits,
      lostThoughSeen,
      lostThoughSaved: contender.tellsSaved ? lostThoughSaved : null,
    };
  },
  figures: ({ edits }) => [
    {
      name: `lost though another had seen them, of ${edits}`,
      unit: '',
      better: 'lower',
      of: (r) => mean(r.lostThoughSeen),
    },
    {
      name: `lost though said to be saved, of ${edits}`,
      unit: '',
      better: 'lower',
      of: (r) => (r.lostThoughSaved === null ? null : mean(r.lostThoughSaved)),
    },
  ],
};

type KillTime = (crowd: Crowd, edits: number) => boolean;

/** The second person only reads. */
const lastIsSeen: KillTime = (crowd, edits) => (crowd.people[1]?.reception.editsOf(0) ?? 0) >= edits;

const lastIsSaved: KillTime = (crowd, edits) => (crowd.people[0]?.savedEdits ?? 0) >= edits;

async function lostInTrial(
  site: Site,
  doors: readonly Door[],
  edits: number,
  everyMs: number,
  isTime: KillTime,
): Promise<number> {
  const crowd = new Crowd(site, [doors], { write: 0.5, point: 0 });
  await crowd.enter();
  await crowd.createNotes();
  const writer = must(crowd.people[0], 'a writer');
  for (let sent = 0; sent < edits; sent += 1) {
    writer.edit();
    if (sent < edits - 1) await wait(everyMs);
  }
  const until = performance.now() + PATIENCE_MS;
  while (!isTime(crowd, edits)) {
    if (performance.now() > until) throw new Error('the last edit never got there');
    await turn();
  }
  crowd.letGo();
  await site.killAndRestart();
  crowd.cut();
  return edits - (await keptOf(site, must(doors[0], 'a door'), crowd, edits));
}

async function keptOf(site: Site, door: Door, crowd: Crowd, edits: number): Promise<number> {
  const { note, clientId } = must(crowd.rooms[0]?.writers[0], 'the writer');
  const visitor = new Visitor(site, door);
  const kept = (): number => Math.max(0, visitor.clockOf(clientId) - note.base);
  await visitor.wait(() => kept() >= edits, 3_000);
  visitor.leave();
  return Math.min(edits, kept());
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
