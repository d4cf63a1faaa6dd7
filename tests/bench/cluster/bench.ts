import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { must } from '#shared/kernel/assert.ts';
import { keepToLastCore } from '../sync/machine/cores.ts';
import { checkWire } from '../sync/wire/check-wire.ts';
import { ARRANGEMENTS, type Arrangement } from './arrangements.ts';
import { measureArrangement, type ClusterLoad, type ClusterReading } from './measure-arrangement.ts';
import { writeClusterReport } from './write-cluster-report.ts';

export const HELP = `npm run bench -- cluster [--quick]

Measures one server against two under the same load, with PostgreSQL and Redis, all on this machine, and what one server more costs when
workshops are spread over them. Writes tests/bench/results/cluster.md and .json; a quick run cluster-quick.*, which are not committed.
`;

interface Plan {
  readonly load: ClusterLoad;
  readonly repetitions: number;
}

const FULL: Plan = {
  load: { workshops: 40, people: 5, idleMs: 10_000, warmUpMs: 3_000, measureMs: 10_000 },
  repetitions: 3,
};
const QUICK: Plan = {
  load: { workshops: 10, people: 5, idleMs: 3_000, warmUpMs: 1_000, measureMs: 3_000 },
  repetitions: 1,
};

/** `npm run bench -- cluster` */
export async function benchCluster(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (process.platform !== 'linux')
    throw new Error('the use of processors is read from /proc, which only Linux has');
  const built = spawnSync(process.execPath, ['server/launch/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the product could not be built');
  checkWire();
  keepToLastCore(process.pid);
  const { load, repetitions } = values.quick ? QUICK : FULL;
  const started = new Date();
  const readings = await byTurns(load, repetitions);
  await writeClusterReport({ started, isQuick: values.quick, load, repetitions, readings });
}

/** By turns, so that whatever the machine does slowly it does to all of them. */
async function byTurns(
  load: ClusterLoad,
  repetitions: number,
): Promise<ReadonlyMap<Arrangement, readonly ClusterReading[]>> {
  const readings = new Map<Arrangement, ClusterReading[]>(ARRANGEMENTS.map((each) => [each, []]));
  for (let repetition = 0; repetition < repetitions; repetition += 1)
    for (const [arrangement, all] of readings) {
      all.push(await measureArrangement(arrangement, load));
      const { foreign } = must(all.at(-1), 'a reading').busy;
      console.log(`${arrangement.title}: others used ${foreign.toFixed(2)} cores`);
    }
  return readings;
}
