import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Contender } from './contender.ts';
import { DISTURBED_ABOVE } from './report/disturbance.ts';
import { installPeers } from './install-peers.ts';
import { takePrecedence } from './machine/precedence.ts';
import { Patience } from './machine/patience.ts';
import { measure, type Order } from './measure.ts';
import { HELP, readOptions, type BenchOptions } from './options.ts';
import { writeReport } from './report/write-report.ts';
import { compare, type Comparison, type Outcome } from './report/comparison.ts';
import { tableLines } from './report/table.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { RunnableScenario } from './runnable-scenario.ts';
import { ALL_CONTENDERS } from './servers/all.ts';

const ATTEMPTS = { full: 3, quick: 1 };
const QUIET_WAIT_MS = 30_000;
/** For waiting and repeating in all, so that a busy machine makes a run worse and not endless. */
const PATIENCE_MS = { full: 6 * 60_000, quick: 30_000 };

/** `npm run bench -- sync` */
export async function benchSync(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    console.log(HELP);
    return;
  }
  const options = readOptions(args);
  if (process.platform !== 'linux')
    throw new Error('the use of processors is read from /proc, which only Linux has');
  prepare(options);
  const started = new Date();
  const giveWay = takePrecedence();
  try {
    await writeReport({ started, options, comparisons: await runScenarios(options) });
  } finally {
    giveWay();
  }
}

async function runScenarios(options: BenchOptions): Promise<readonly Comparison[]> {
  const patience = new Patience(PATIENCE_MS[options.pace]);
  const comparisons: Comparison[] = [];
  for (const scenario of SCENARIOS) {
    if (!options.scenarios.includes(scenario.id)) continue;
    const comparison = compare(scenario, options.pace, await runScenario(scenario, options, patience));
    comparisons.push(comparison);
    console.log(['', comparison.title, ...tableLines(comparison), ''].join('\n'));
  }
  return comparisons;
}

function prepare({ contenders, profileDirectory }: BenchOptions): void {
  if (profileDirectory !== null) mkdirSync(profileDirectory, { recursive: true });
  if (contenders.length > 1) installPeers();
  const built = spawnSync(process.execPath, ['server/launch/build.mjs'], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the product could not be built');
}

/** All servers by turns, so that whatever the machine does slowly it does to all of them. */
async function runScenario(
  scenario: RunnableScenario,
  options: BenchOptions,
  patience: Patience,
): Promise<ReadonlyMap<Contender, readonly Outcome[]>> {
  const outcomes = new Map<Contender, Outcome[]>();
  const repetitions = options.repetitions ?? Math.max(1, scenario.repetitions[options.pace]);
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const id of options.contenders) {
      const contender = ALL_CONTENDERS[id];
      if (!scenario.suits(contender)) continue;
      const { pace, profileDirectory } = options;
      const order = { scenario, contender, pace, seed: repetition + 1, profileDirectory };
      const outcome = await undisturbed(order, patience);
      outcomes.set(contender, [...(outcomes.get(contender) ?? []), outcome]);
    }
  }
  return outcomes;
}

/** Repeats a run in which others used the processors, and keeps the one they disturbed least. */
async function undisturbed(order: Order, patience: Patience): Promise<Outcome> {
  await patience.waitForQuiet(QUIET_WAIT_MS);
  let best = await tryOnce(order);
  for (let attempt = 1; attempt < ATTEMPTS[order.pace]; attempt += 1) {
    if (disturbanceOf(best) <= DISTURBED_ABOVE || !patience.isLeft) break;
    const again = await patience.spend(() => tryOnce(order));
    if (disturbanceOf(again) < disturbanceOf(best)) best = again;
  }
  return best;
}

async function tryOnce(order: Order): Promise<Outcome> {
  const started = performance.now();
  const outcome = await outcomeOf(order);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${order.scenario.id}, ${order.contender.title}: ${seconds} s, ${wordOn(outcome)}`);
  return outcome;
}

async function outcomeOf(order: Order): Promise<Outcome> {
  try {
    return { ok: true, run: await measure(order) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const disturbanceOf = (outcome: Outcome): number => (outcome.ok ? outcome.run.foreignCpu : Infinity);

function wordOn(outcome: Outcome): string {
  if (!outcome.ok) return `failed: ${outcome.reason}`;
  const { foreignCpu, generatorCpu } = outcome.run;
  return `others used ${foreignCpu.toFixed(2)} cores, the generator ${generatorCpu.toFixed(2)}`;
}
