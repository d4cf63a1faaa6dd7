import type { Contender } from '../contender.ts';
import type { Run } from '../generator-messages.ts';
import type { RunnableScenario } from '../runnable-scenario.ts';
import type { Figure, Pace } from '../scenario.ts';
import { median } from './median.ts';

export type Outcome =
  { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly reason: string };

/** One scenario with all servers side by side. */
export interface Comparison {
  readonly scenario: string;
  readonly title: string;
  readonly about: string;
  readonly servers: readonly ComparedServer[];
  readonly rows: readonly Row[];
}

export interface ComparedServer {
  readonly id: string;
  readonly title: string;
  readonly runs: readonly Outcome[];
}

export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly better: Figure<unknown>['better'];
  /** The median of the repetitions; in the order of the servers. */
  readonly values: readonly (number | null)[];
  /** Ours through the best peer's; `null` where there is nothing to compare. */
  readonly ratio: number | null;
  readonly bestPeer: string | null;
}

export function compare(
  scenario: RunnableScenario,
  pace: Pace,
  outcomes: ReadonlyMap<Contender, readonly Outcome[]>,
): Comparison {
  const contenders = [...outcomes.keys()];
  const servers = [...outcomes].map(([{ id, title }, runs]) => ({ id, title, runs }));
  const rows = scenario.figures(pace).map((figure) => rowOf(figure, contenders, servers));
  const { id, title, about } = scenario;
  return { scenario: id, title, about, servers, rows };
}

function rowOf(
  figure: Figure<unknown>,
  contenders: readonly Contender[],
  servers: readonly ComparedServer[],
): Row {
  const { name, unit, better } = figure;
  const values = servers.map(({ runs }) => valueOf(figure, runs));
  const peers = contenders.flatMap(({ standing, id }, index) => {
    const value = values[index] ?? null;
    return standing === 'peer' && value !== null ? [{ id, value }] : [];
  });
  const sorted = peers.sort((a, b) => (better === 'higher' ? b.value - a.value : a.value - b.value));
  const best = better === 'none' ? undefined : sorted[0];
  const ours = values[contenders.findIndex(({ standing }) => standing === 'ours')] ?? null;
  const ratio = best === undefined || best.value === 0 || ours === null ? null : ours / best.value;
  return { name, unit, better, values, ratio, bestPeer: best?.id ?? null };
}

const valueOf = (figure: Figure<unknown>, runs: readonly Outcome[]): number | null =>
  median(runs.flatMap((outcome) => (outcome.ok ? (figure.of(outcome.run.result) ?? []) : [])));
