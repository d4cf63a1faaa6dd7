import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Contender } from './contender.ts';
import type { Run } from './generator-messages.ts';
import { installPeers } from './install-peers.ts';
import { takePrecedence } from './machine/precedence.ts';
import { quiet } from './machine/quiet.ts';
import { measure } from './measure.ts';
import { HELP, readOptions, type BenchOptions } from './options.ts';
import { writeReport } from './report/write-report.ts';
import { compare, type Comparison, type Outcome } from './report/comparison.ts';
import { tableLines } from './report/table.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { RunnableScenario } from './runnable-scenario.ts';
import { ALL_CONTENDERS } from './servers/all.ts';

/** Others' use of the processors, in cores, above which a run is repeated. */
const DISTURBED_ABOVE = 0.2;
const ATTEMPTS = { full: 3, quick: 1 };
const QUIET_PATIENCE_MS = { full: 60_000, quick: 5_000 };

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
  const comparisons: Comparison[] = [];
  for (const scenario of SCENARIOS) {
    if (!options.scenarios.includes(scenario.id)) continue;
    const comparison = compare(scenario, options.pace, await runScenario(scenario, options));
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
): Promise<ReadonlyMap<Contender, readonly Outcome[]>> {
  const outcomes = new Map<Contender, Outcome[]>();
  const repetitions = options.repetitions ?? scenario.repetitions[options.pace];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const id of options.contenders) {
      const contender = ALL_CONTENDERS[id];
      if (!scenario.suits(contender)) continue;
      const outcome = await undisturbed(scenario, contender, options, repetition + 1);
      outcomes.set(contender, [...(outcomes.get(contender) ?? []), outcome]);
    }
  }
  return outcomes;
}

/** Repeats a run in which others used the processors, and keeps the one they disturbed least. */
async function undisturbed(
  scenario: RunnableScenario,
  contender: Contender,
  { pace, profileDirectory }: BenchOptions,
  seed: number,
): Promise<Outcome> {
  let best: Outcome | null = null;
  for (let attempt = 0; attempt < ATTEMPTS[pace]; attempt += 1) {
    await quiet(QUIET_PATIENCE_MS[pace]);
    const started = performance.now();
    const outcome = await tryOnce(() => measure({ scenario, contender, pace, seed, profileDirectory }));
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    console.log(`${scenario.id}, ${contender.title}: ${seconds} s, ${wordOn(outcome)}`);
    if (best === null || disturbanceOf(outcome) < disturbanceOf(best)) best = outcome;
    if (disturbanceOf(best) <= DISTURBED_ABOVE) break;
  }
  return best ?? { ok: false, reason: 'never run' };
}

async function tryOnce(run: () => Promise<Run>): Promise<Outcome> {
  try {
    return { ok: true, run: await run() };
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
