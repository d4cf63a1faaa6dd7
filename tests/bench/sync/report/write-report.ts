import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CONTENDERS } from '../contender.ts';
import type { BenchOptions } from '../options.ts';
import { SCENARIOS } from '../scenarios/all.ts';
import type { Comparison } from './comparison.ts';
import { AT_ITS_LIMIT_ABOVE, DISTURBED_ABOVE } from './disturbance.ts';
import { tableLines } from './table.ts';

const DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'results');

export interface Report {
  readonly started: Date;
  readonly options: BenchOptions;
  readonly comparisons: readonly Comparison[];
}

interface Circumstances {
  readonly commit: string;
  readonly node: string;
  readonly cores: number;
  readonly started: string;
  readonly minutes: number;
}

/** Writes `sync.md` and `sync.json`; of a run that was short or not of everything, `sync-quick.*` and `sync-part.*`. */
export async function writeReport(report: Report): Promise<void> {
  const circumstances: Circumstances = {
    commit: commit(),
    node: process.version,
    cores: availableParallelism(),
    started: report.started.toISOString(),
    minutes: Math.round((Date.now() - report.started.getTime()) / 60_000),
  };
  const stem = join(DIRECTORY, stemOf(report.options));
  await mkdir(DIRECTORY, { recursive: true });
  await write(`${stem}.json`, JSON.stringify({ ...circumstances, comparisons: report.comparisons }), 'json');
  await write(`${stem}.md`, markdown(report, circumstances), 'markdown');
  console.log(`Written: ${relative(process.cwd(), stem)}.md and .json`);
}

function stemOf({ pace, scenarios, contenders }: BenchOptions): string {
  const usual = SCENARIOS.filter(({ repetitions }) => repetitions[pace] > 0);
  const isWhole = scenarios.length === usual.length && contenders.length === CONTENDERS.length;
  if (!isWhole) return 'sync-part';
  return pace === 'quick' ? 'sync-quick' : 'sync';
}

async function write(file: string, text: string, parser: string): Promise<void> {
  const style = await resolveConfig(file);
  await writeFile(file, await format(text, { ...style, plugins: [], parser }));
}

/** What the tree was at; marked when something in it had not been committed. */
function commit(): string {
  const git = (...args: readonly string[]): string =>
    spawnSync('git', [...args], { encoding: 'utf8' }).stdout.trim();
  const isClean = git('status', '--porcelain', '--untracked-files=no', 'server', 'shared') === '';
  return git('rev-parse', '--short', 'HEAD') + (isClean ? '' : ' and changes');
}

function markdown({ options, comparisons }: Report, circumstances: Circumstances): string {
  const { commit: at, node, cores, started, minutes } = circumstances;
  const sections = comparisons.flatMap((comparison) => [
    `## ${comparison.title}`,
    '',
    comparison.about,
    '',
    ...tableLines(comparison),
    '',
    ...notesOn(comparison),
  ]);
  const pace = options.pace === 'quick' ? ', a quick run: good for finding faults, not for comparing' : '';
  return [
    '# Sync, measured',
    '',
    `Commit ${at}, Node ${node}, ${cores} cores; ${started.slice(0, 16).replace('T', ' ')} UTC, ${minutes} min${pace}.`,
    '',
    PREFACE,
    '',
    ...sections,
  ].join('\n');
}

const PREFACE = `Ours is the built product with all it does: seats and cookies, permissions, inspection, and a commit to disk before anybody sees
an edit. The peers run as they come, without authentication and without storage, except where edits are to survive. The relay reads
nothing and keeps nothing: a ceiling for the simplest way. Load generator and servers share the machine, a core for the generator, the
rest for the server. The ratio is ours through the best peer’s, the relay left out. A dash is a number that there is not: of times, that more
than the share in question never arrived.`;

/** Repetitions that failed or were disturbed all the same. */
const notesOn = ({ servers }: Comparison): readonly string[] =>
  servers.flatMap(({ title, runs }) =>
    runs.flatMap((outcome) => {
      if (!outcome.ok) return [`${title}: a run failed (${outcome.reason.split('\n', 1)[0] ?? ''}).`, ''];
      const { foreignCpu, generatorCpu } = outcome.run;
      if (foreignCpu > DISTURBED_ABOVE)
        return [`${title}: disturbed, others used ${foreignCpu.toFixed(2)} cores.`, ''];
      return generatorCpu > AT_ITS_LIMIT_ABOVE ? [`${title}: the generator was at its limit.`, ''] : [];
    }),
  );
