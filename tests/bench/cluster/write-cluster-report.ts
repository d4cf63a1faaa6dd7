import { circumstancesSince, inWords } from '../sync/report/circumstances.ts';
import { median } from '../sync/report/median.ts';
import { formatNumber } from '../sync/report/table.ts';
import { writeResults } from '../sync/report/write-results.ts';
import type { Arrangement } from './arrangements.ts';
import { FIGURES, type ClusterFigure } from './figures.ts';
import type { ClusterLoad, ClusterReading } from './measure-arrangement.ts';

export interface ClusterReport {
  readonly started: Date;
  readonly isQuick: boolean;
  readonly load: ClusterLoad;
  readonly repetitions: number;
  readonly readings: ReadonlyMap<Arrangement, readonly ClusterReading[]>;
}

/** Writes `cluster.md` and `cluster.json`; of a quick run `cluster-quick.*`. */
export async function writeClusterReport(report: ClusterReport): Promise<void> {
  const circumstances = circumstancesSince(report.started);
  const arrangements = [...report.readings].map(([{ id }, readings]) => ({ id, readings }));
  const table = tableLines(report.readings);
  console.log(['', ...table, ''].join('\n'));
  await writeResults(report.isQuick ? 'cluster-quick' : 'cluster', {
    json: { ...circumstances, load: report.load, arrangements },
    markdown: [
      '# Several servers, measured',
      '',
      `${inWords(circumstances)}${report.isQuick ? ', a quick run: good for finding faults, not for comparing' : ''}.`,
      '',
      aboutThe(report),
      '',
      ...table,
      '',
      ...costLines(report.readings),
      '',
    ].join('\n'),
  });
}

const aboutThe = ({ load: { workshops, people }, repetitions }: ClusterReport): string =>
  `${workshops} workshops of ${people} people at the standard load: everybody writes twice a second, every fifth moves a pointer ten times a second.
Servers, PostgreSQL (every commit to disk) and Redis share all cores of the machine but the last, which the load generator has: two servers
have no more to work with than one, so it is what they cost that can be compared, not what they can carry. Medians of ${repetitions}.`;

type Readings = ReadonlyMap<Arrangement, readonly ClusterReading[]>;

function tableLines(readings: Readings): readonly string[] {
  const head = ['', ...[...readings.keys()].map(({ title }) => title)];
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  const body = FIGURES.map((figure) => [
    figure.name,
    ...[...readings.values()].map((all) => formatNumber(middle(figure.of, all))),
  ]);
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`);
}

/** What the second server adds to what the first one costs alone. */
function costLines(readings: Readings): readonly string[] {
  const [alone, ...others] = [...readings];
  if (alone === undefined) return [];
  const costOf = (all: readonly ClusterReading[], when: 'idle' | 'busy') =>
    middle((r) => r[when].all, all) ?? 0;
  const more = (all: readonly ClusterReading[], when: 'idle' | 'busy') =>
    formatNumber(costOf(all, when) - costOf(alone[1], when));
  return others.flatMap(([{ title }, all]) => [
    `One server more (${title}): ${more(all, 'busy')} cores under load, ${more(all, 'idle')} with nobody doing anything.`,
    '',
  ]);
}

const middle = (of: ClusterFigure['of'], all: readonly ClusterReading[]): number | null =>
  median(all.flatMap((reading) => of(reading) ?? []));
