import { setTimeout as wait } from 'node:timers/promises';
import { must } from '#shared/kernel/assert.ts';
import { Crowd } from '../sync/load/crowd.ts';
import { measureLoad, type LoadReading } from '../sync/load/measure-load.ts';
import { STANDARD_RATES } from '../sync/load/offered-load.ts';
import { watchProcessors } from '../sync/machine/watch.ts';
import type { Site } from '../sync/site.ts';
import { Network } from '../sync/wire/network.ts';
import { arrange, type Arrangement } from './arrangements.ts';
import { startMachinery, type Machinery } from './machinery.ts';
import { watchCluster, type ClusterUsage } from './watch-cluster.ts';

export interface ClusterLoad {
  readonly workshops: number;
  readonly people: number;
  readonly idleMs: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface ClusterReading {
  /** Everybody there, nobody doing anything. */
  readonly idle: ClusterUsage;
  readonly busy: ClusterUsage;
  readonly load: LoadReading;
}

/** The load on one arrangement, on servers that nobody has used before. */
export async function measureArrangement(
  arrangement: Arrangement,
  load: ClusterLoad,
): Promise<ClusterReading> {
  const machinery = await startMachinery(arrangement.nodes);
  try {
    return await measureOn(machinery, arrangement, load);
  } finally {
    await machinery.stop();
  }
}

async function measureOn(
  machinery: Machinery,
  arrangement: Arrangement,
  { workshops, people, idleMs, warmUpMs, measureMs }: ClusterLoad,
): Promise<ClusterReading> {
  const { contender, nodes } = machinery;
  const server = must(nodes[0], 'a server');
  const doors = arrange(
    await contender.doors(server, workshops, people),
    arrangement,
    nodes.map(({ port }) => port),
  );
  const used: { busy: ClusterUsage | null } = { busy: null };
  const site: Site = {
    contender,
    server,
    network: new Network(),
    random: Math.random,
    watch() {
      const [ofServer, ofAll] = [watchProcessors(server.pid), watchCluster(machinery)];
      return () => {
        used.busy = ofAll();
        return ofServer();
      };
    },
    killAndRestart: () => Promise.reject(new Error('nobody is killed here')),
  };
  const crowd = new Crowd(site, doors);
  await crowd.enter();
  await crowd.createNotes();
  await crowd.settle();
  const idle = watchCluster(machinery);
  await wait(idleMs);
  const idleUsage = idle();
  const reading = await measureLoad(site, crowd, {
    rates: STANDARD_RATES,
    warmUpMs,
    measureMs,
    graceMs: 3_000,
  });
  crowd.leave();
  return { idle: idleUsage, busy: must(used.busy, 'a watched window'), load: reading };
}
