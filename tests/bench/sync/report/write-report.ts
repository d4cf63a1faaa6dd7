import { CONTENDERS } from '../contender.ts';
import type { BenchOptions } from '../options.ts';
import { SCENARIOS } from '../scenarios/all.ts';
import type { Comparison } from './comparison.ts';
import { circumstancesSince, inWords, type Circumstances } from './circumstances.ts';
import { AT_ITS_LIMIT_ABOVE, DISTURBED_ABOVE } from './disturbance.ts';
import { tableLines } from './table.ts';
import { writeResults } from './write-results.ts';

export interface Report {
  readonly started: Date;
  readonly options: BenchOptions;
  readonly comparisons: readonly Comparison[];
}

/** Writes `sync.md` and `sync.json`; of a run that was short or not of everything, `sync-quick.*` and `sync-part.*`. */
export async function writeReport(report: Report): Promise<void> {
  const circumstances = circumstancesSince(report.started);
  await writeResults(stemOf(report.options), {
    json: { ...circumstances, comparisons: report.comparisons },
    markdown: markdown(report, circumstances),
  });
}

function stemOf({ pace, scenarios, contenders }: BenchOptions): string {
  const usual = SCENARIOS.filter(({ repetitions }) => repetitions[pace] > 0);
  const isWhole = scenarios.length === usual.length && contenders.length === CONTENDERS.length;
  if (!isWhole) return 'sync-part';
  return pace === 'quick' ? 'sync-quick' : 'sync';
}

function markdown({ options, comparisons }: Report, circumstances: Circumstances): string {
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
  return ['# Sync, measured', '', `${inWords(circumstances)}${pace}.`, '', PREFACE, '', ...sections].join(
    '\n',
  );
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
