import type { Contender } from '../contender.ts';
import type { Row } from '../../sync/report/comparison.ts';
import type { TableOf } from '../../sync/report/table.ts';
import type { Outcome } from '../visit/reading.ts';
import { FIGURES, type BoardFigure } from './figures.ts';

/** One board at one speed, as everybody did on it. */
export interface Round {
  readonly size: number;
  readonly throttle: number;
  readonly outcomes: ReadonlyMap<Contender, Outcome>;
}

export function compareRound({ outcomes }: Round): TableOf {
  return { servers: [...outcomes.keys()], rows: FIGURES.map((figure) => rowOf(figure, outcomes)) };
}

function rowOf(figure: BoardFigure, outcomes: Round['outcomes']): Row {
  const values = [...outcomes.values()].map((outcome) => (outcome.ok ? figure.of(outcome.reading) : null));
  const [ours = null, ...peers] = values;
  const [best, bestPeer] = leastOf(
    peers,
    [...outcomes.keys()].slice(1).map(({ id }) => id),
  );
  const isCompared = figure.isAside !== true && ours !== null && best !== null && best > 0;
  return {
    name: figure.name,
    unit: figure.unit,
    better: figure.isAside === true ? 'none' : 'lower',
    values,
    ratio: isCompared ? ours / best : null,
    bestPeer: isCompared ? bestPeer : null,
  };
}

function leastOf(values: readonly (number | null)[], ids: readonly string[]): [number | null, string | null] {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, id: ids[at] ?? null }]));
  const least = known.sort((a, b) => a.value - b.value)[0];
  return [least?.value ?? null, least?.id ?? null];
}

/** Whom something could not be measured of, and why. */
export const missingIn = ({ outcomes }: Round): readonly string[] =>
  [...outcomes].flatMap(([{ title }, outcome]) =>
    (outcome.ok ? outcome.reading.failures : [outcome.reason]).map((why) => `${title}, ${why}`),
  );
