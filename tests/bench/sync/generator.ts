import { once } from 'node:events';
import { randomFrom } from '../random-from.ts';
import { ALL_CONTENDERS } from './servers/all.ts';
import type { FromGenerator, Job, Run, ToGenerator } from './generator-messages.ts';
import { keepToLastCore } from './machine/cores.ts';
import { watchProcessors, type Usage } from './machine/watch.ts';
import type { RunningServer } from './running-server.ts';
import { scenarioById } from './scenarios/all.ts';
import type { Site } from './site.ts';
import { checkWire } from './wire/check-wire.ts';
import { Network } from './wire/network.ts';

/*
 * The load generator: a process of its own, forked by `measure.ts`, for one run of one scenario against one server.
 */

const say = (message: FromGenerator): void => void process.send?.(message);

async function hear<T extends ToGenerator['type']>(type: T): Promise<Extract<ToGenerator, { type: T }>> {
  for (;;) {
    const [message] = (await once(process, 'message')) as [ToGenerator];
    if (message.type === type) return message as Extract<ToGenerator, { type: T }>;
  }
}

class GeneratorSite implements Site {
  readonly contender: Site['contender'];
  readonly network = new Network();
  readonly random: () => number;
  generatorCpu = 0;
  #watchedSeconds = 0;
  #foreignSeconds = 0;
  #server: RunningServer;

  constructor(job: Job) {
    this.contender = ALL_CONTENDERS[job.contender];
    this.random = randomFrom(job.seed);
    this.#server = job.server;
  }

  get server(): RunningServer {
    return this.#server;
  }

  get foreignCpu(): number {
    return this.#watchedSeconds === 0 ? 0 : this.#foreignSeconds / this.#watchedSeconds;
  }

  watch(): () => Usage {
    const used = watchProcessors(this.#server.pid);
    return () => {
      const usage = used();
      this.#watchedSeconds += usage.seconds;
      this.#foreignSeconds += usage.foreignCpu * usage.seconds;
      this.generatorCpu = Math.max(this.generatorCpu, usage.generatorCpu);
      return usage;
    };
  }

  async killAndRestart(): Promise<void> {
    process.kill(this.#server.pid, 'SIGKILL');
    const restarted = hear('restarted');
    say({ type: 'restart' });
    this.#server = (await restarted).server;
  }
}

async function run(job: Job): Promise<Run> {
  const site = new GeneratorSite(job);
  const result = await scenarioById(job.scenario).run(site, job.pace);
  const { foreignCpu, generatorCpu } = site;
  return { result, foreignCpu, generatorCpu, brokenConnections: Object.fromEntries(site.network.broken) };
}

checkWire();
keepToLastCore(process.pid);
const asked = hear('job');
say({ type: 'ready' });
try {
  say({ type: 'done', run: await run((await asked).job) });
} catch (error) {
  say({ type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
process.disconnect();
setTimeout(() => process.exit(), 100);
