import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { SeatInfo } from '#shared/protocol/http.ts';
import { ApiClient } from '../../support/api-client.ts';
import { CLUSTER_KEY, START_MS, startCluster, type Cluster } from '../../support/cluster.ts';
import { eventually } from '../../support/eventually.ts';
import { startFrontProxy, type FrontProxy } from '../../support/front-proxy.ts';
import { seatedClient } from '../../support/seated-client.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { addNote, isSynced } from '../../support/sync-stock-client.ts';
import { crewAt } from './crew.ts';
import { PAGE, type Member } from './member.ts';
import { expectWhole } from './whole.ts';

/** What `compose.yaml` starts, as plain processes. */
let cluster: Cluster;
let proxy: FrontProxy;
beforeAll(async () => {
  cluster = await startCluster(['--trust-proxy']);
  proxy = await startFrontProxy(cluster.nodes.map(({ port }) => port));
}, START_MS);
afterAll(async () => {
  await proxy.stop();
  await cluster.stop();
});

/** Sync lines and screens a server has now. */
async function load({ url }: ServerProcess): Promise<readonly number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return ['vagval_sync_connections', 'vagval_screens'].map((name) =>
    Number(must(new RegExp(`^${name} (\\d+)`, 'm').exec(text), name)[1]),
  );
}

describe('two servers behind a proxy', { timeout: 90_000 }, () => {
  test('are one address, and each workshop has one of them for its pages and its session', async () => {
    const leader = new ApiClient(() => proxy.url);
    expect((await leader.signIn(CLUSTER_KEY)).status).toBe(204);
    const atOne = new Set<number>();
    for (let round = 0; round < 4 || atOne.size < cluster.nodes.length; round += 1) {
      const workshop = await leader.createWorkshop();
      await leader.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
      const session = await leader.connect(workshop.id);
      const page = seatedClient(proxy.url, leader, workshop.id, PAGE);
      await eventually(() => isSynced(page), 'the page is there');
      addNote(page.doc, 'n1', session.seatId);
      const busy = await Promise.all(cluster.nodes.map(load));
      const at = busy.findIndex(([lines = 0]) => lines > 0);
      expect(busy.map((each) => each.join())).toEqual(
        busy.map((_each, node) => (node === at ? '1,1' : '0,0')),
      );
      atOne.add(at);
      page.provider.destroy();
      session.close();
      await eventually(
        async () => (await Promise.all(cluster.nodes.map(load))).flat().every((count) => count === 0),
        'both are empty again',
      );
    }
  });

  test('go on when one of them is killed: its people are at the other, with all they had', async () => {
    const crew = await crewAt([proxy.url, proxy.url, proxy.url]);
    const [alice, bob, carol] = crew.members as readonly [Member, Member, Member];
    await carol.vote(crew.pollId, 'a');
    const [lines = 0] = await load(cluster.nodes[0]);
    const busy = cluster.nodes[lines > 0 ? 0 : 1];
    await busy.kill();
    const left = carol.vanish();
    const back = await crew.leaderBack();
    expect(await alice.vote(crew.pollId, 'a')).toBe(true);
    expect(await bob.vote(crew.pollId, 'b')).toBe(true);
    const present = [alice, bob];
    for (const member of present) member.stopWriting();
    await expectWhole(cluster.databaseUrl, back, { present, left, ballots: 3 });
    await busy.restart();
  });

  test('show nobody for long whose server was killed', async () => {
    const [first, second] = cluster.nodes;
    const crew = await crewAt([first.url, second.url]);
    const [alice, bob] = crew.members as readonly [Member, Member];
    bob.page.provider.awareness.setLocalState({ cursor: [1, 2] });
    const seesBob = () => alice.page.provider.awareness.getStates().has(bob.page.doc.clientID);
    await eventually(seesBob, 'alice sees bob’s cursor');
    await Promise.all([alice.vote(crew.pollId, 'a'), bob.vote(crew.pollId, 'b')]);
    await second.kill();
    const left = bob.vanish();
    await eventually(() => !seesBob(), 'the cursor is gone');
    alice.stopWriting();
    await expectWhole(cluster.databaseUrl, crew, { present: [alice], left, ballots: 2 });
  });
});
