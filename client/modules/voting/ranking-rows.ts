import type { RankingTally } from '#shared/voting/tally.ts';
import { placingsIn, type Placing } from './placings.ts';

/** What both methods say of one option, for one line of the table. */
export interface RankingRow {
  readonly option: string;
  readonly borda: Placing;
  readonly doubledPoints: number;
  readonly schulze: Placing;
  /** Ballots that have it first, alone and together with others. */
  readonly alone: number;
  readonly shared: number;
}

/** Best first by Borda, because its points give an order on sight; where Schulze differs its column is out of step. */
export function rankingRows(tally: RankingTally): readonly RankingRow[] {
  const schulze = new Map(placingsIn(tally.schulze.order).map((placing) => [placing.option, placing]));
  const points = new Map(tally.borda.scores.map((score) => [score.option, score.doubledPoints]));
  const firsts = new Map(tally.firstChoices.map((first) => [first.option, first]));
  return placingsIn(tally.borda.order).map((borda) => ({
    option: borda.option,
    borda,
    doubledPoints: points.get(borda.option) ?? 0,
    schulze: schulze.get(borda.option) ?? borda,
    alone: firsts.get(borda.option)?.alone ?? 0,
    shared: firsts.get(borda.option)?.shared ?? 0,
  }));
}
