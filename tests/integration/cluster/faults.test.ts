import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { START_MS, startCluster, type Cluster } from '../../support/cluster.ts';
import { eventually } from '../../support/eventually.ts';
import { objectsIn } from '../../support/sync-stock-client.ts';
import { crewAt } from './crew.ts';
import type { Member } from './member.ts';
import { expectWhole } from './whole.ts';

/** As long as an outage of its kind lasts in `npm run soak`; else just long enough to be noticed. */
const OUTAGE_MS = process.env['SOAK_MINUTES'] === undefined ? 3_000 : 30_000;
const TEST_MS = OUTAGE_MS + 60_000;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
}, START_MS);
afterAll(() => cluster.stop());

/** Everybody writes and votes while it happens; somebody leaves for good as it begins, and cannot bring anything again. */
async function workThrough(outage: () => Promise<void>): Promise<void> {
  const [first, second] = cluster.nodes;
  const crew = await crewAt([first.url, second.url, second.url]);
  const [alice, bob, carol] = crew.members as readonly [Member, Member, Member];
  const early = await carol.vote(crew.pollId, 'a');
  const left = carol.vanish();
  const voting = Promise.all([alice.vote(crew.pollId, 'a'), bob.vote(crew.pollId, 'b')]);
  await outage();
  await wait(300);
  const present = [alice, bob];
  for (const member of present) member.stopWriting();
  const received = [early, ...(await voting)].filter(Boolean).length;
  await expectWhole(cluster.databaseUrl, crew, { present, left, ballots: received });
}

describe('two servers lose nothing', { timeout: TEST_MS }, () => {
  test('when Redis is killed and comes back', () =>
    workThrough(async () => {
      await cluster.redis.kill();
      await wait(OUTAGE_MS / 2);
      await cluster.redis.restart();
    }));

  test('when Redis is flushed', () => workThrough(() => cluster.redis.flush()));

  test('when Redis hangs', () =>
    workThrough(async () => {
      cluster.redis.pause();
      try {
        await wait(OUTAGE_MS);
      } finally {
        cluster.redis.resume();
      }
    }));

  test('when PostgreSQL is restarted in the middle of a batch', () =>
    workThrough(() => cluster.postgres.restart(OUTAGE_MS / 3)));

  test('when the network between them breaks on one side, and they see each other’s edits all the same', async () => {
    const [first, second] = cluster.nodes;
    const crew = await crewAt([first.url, second.url]);
    const [alice, bob] = crew.members as readonly [Member, Member];
    cluster.lines[1].breakOff();
    try {
      const since = [alice.notes.length, bob.notes.length] as const;
      const voted = await Promise.all([alice.vote(crew.pollId, 'a'), bob.vote(crew.pollId, 'b')]);
      await eventually(() => `${bob.seatId}-${since[1] + 10}` in objectsIn(alice.page), 'alice sees bob’s');
      await eventually(() => `${alice.seatId}-${since[0] + 10}` in objectsIn(bob.page), 'bob sees alice’s');
      await eventually(
        () =>
          crew.leader.frames.some(
            (frame) => frame.startsWith('["turnout"') && frame.includes('"received":2'),
          ),
        'the leader sees both ballots',
      );
      if (!voted.every(Boolean)) throw new Error('both ballots are received');
      await wait(OUTAGE_MS / 2);
    } finally {
      cluster.lines[1].mend();
    }
    for (const member of crew.members) member.stopWriting();
    await expectWhole(cluster.databaseUrl, crew, { present: crew.members, left: [], ballots: 2 });
  });
});
