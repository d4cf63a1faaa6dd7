import { must } from '#shared/kernel/assert.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import { normaliseRanking, type Ballot } from '#shared/voting/ballot.ts';
import { formatPoints } from '#shared/voting/format-points.ts';
import { placesIn, type RankedGroups } from '#shared/voting/ranked-groups.ts';
import type { RankingTally, SingleTally } from '#shared/voting/tally.ts';
import type { MinutesWords } from './minutes-words.ts';

/**
 * A released result as sentences, the direction first. Where the two ways to count a ranking differ about the first place,
 * it names no direction: there is none to read out of it.
 */
export function resultInWords(placed: PlacedResult, words: MinutesWords): readonly string[] {
  const { tally, entitled } = placed.result;
  const turnout = words.review.result.turnout(tally.ballotCount, entitled);
  if (tally.ballotCount === 0) return [words.review.result.none, turnout];
  return tally.kind === 'single'
    ? [...singleInWords(placed, tally, words), turnout]
    : [...rankingInWords(placed, tally, words), turnout];
}

function singleInWords(placed: PlacedResult, tally: SingleTally, words: MinutesWords): readonly string[] {
  const votesFor = (option: string): string =>
    String(must(tally.counts.find((count) => count.option === option)?.votes, 'votes of an option'));
  return [
    directionOf(placed, tally.order, words),
    words.review.result.votes(figuresInWords(placed, tally.order, votesFor)),
  ];
}

function rankingInWords(placed: PlacedResult, tally: RankingTally, words: MinutesWords): readonly string[] {
  const { result } = words.review;
  const { borda, schulze, agreement } = tally;
  const pointsFor = (option: string): string =>
    formatPoints(
      must(borda.scores.find((score) => score.option === option)?.doubledPoints, 'points of an option'),
      words.language,
    );
  const orders =
    agreement.verdict === 'same-order'
      ? [result.order(orderInWords(placed, borda.order, words))]
      : [
          result.bordaOrder(orderInWords(placed, borda.order, words)),
          result.schulzeOrder(orderInWords(placed, schulze.order, words)),
        ];
  const direction = agreement.verdict === 'different-first' ? [] : [directionOf(placed, borda.order, words)];
  return [
    ...direction,
    ...orders,
    result.points(figuresInWords(placed, borda.order, pointsFor)),
    result.verdicts[agreement.verdict],
  ];
}

/** `A 4,5; B 4; C 0,5`: the best first, as in every list of results. */
const figuresInWords = (
  placed: PlacedResult,
  order: RankedGroups,
  figureOf: (option: string) => string,
): string =>
  order
    .flat()
    .map((option) => `${shortName(placed, option)} ${figureOf(option)}`)
    .join('; ');

function directionOf(placed: PlacedResult, order: RankedGroups, words: MinutesWords): string {
  const { result } = words.review;
  const first = must(order[0], 'a first place').map((option) => titleOf(placed, option));
  return first.length === 1 ? result.leads(first.join('')) : result.shared(first);
}

/** What one voter answered: `1. B, 2. A och C`, or the chosen option. */
export function ballotInWords(placed: PlacedResult, ballot: Ballot, words: MinutesWords): string {
  if (ballot.kind === 'single') return words.review.result.choice(titleOf(placed, ballot.option));
  const tiers = normaliseRanking(
    ballot.tiers,
    placed.options.map((option) => option.id),
  );
  return words.review.result.ranking(orderInWords(placed, tiers, words));
}

/** `1. A, 2. B och C, 4. D` */
export function orderInWords(placed: PlacedResult, order: RankedGroups, words: MinutesWords): string {
  const places = placesIn(order);
  return order
    .map((group) =>
      words.review.result.place(
        must(places.get(must(group[0], 'an option in the group')), 'its place'),
        group.map((option) => shortName(placed, option)),
      ),
    )
    .join(', ');
}

const titleOf = (placed: PlacedResult, id: string): string =>
  must(
    placed.options.find((option) => option.id === id),
    'an option of the poll',
  ).title;

/**
 * `A` of `A. An option`: what people call it in the room. Of `2. An option` it is the title, since a number among places and
 * points would be taken for one of them.
 */
export function shortName(placed: PlacedResult, id: string): string {
  const title = titleOf(placed, id);
  const [, label = '', rest = ''] = /^([\p{L}\p{N}]{1,3})\. (.+)$/u.exec(title) ?? [];
  if (label === '') return title;
  return /\p{L}/u.test(label) ? label : rest;
}
