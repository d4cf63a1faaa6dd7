import { describe, expect, test } from 'vitest';
import { placedResultSize } from '#shared/content/placed-result-size.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { PollMethod } from '#shared/voting/poll.ts';
import { tally } from '#shared/voting/tally.ts';

/** Everybody ranks, or chooses, in the order of the poll. */
function placed(
  method: PollMethod,
  titles: readonly string[],
  patch: Partial<PlacedResult> = {},
): PlacedResult {
  const options = titles.map((title, i) => ({ id: `o${i}`, title }));
  const ids = options.map(({ id }) => id);
  const ballot =
    method === 'single'
      ? ({ kind: 'single', option: 'o0' } as const)
      : ({ kind: 'ranking', tiers: ids.map((id) => [id]) } as const);
  return {
    question: 'Vilken väg?',
    method,
    electorate: 'individual',
    secrecy: 'named',
    options,
    result: { tally: tally(method, options, [ballot]), entitled: 1, ballots: null },
    voterNames: {},
    ...patch,
  };
}

const titles = (count: number, title = 'Kommunalt öppet nät'): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${i + 1}. ${title}`);

const heightOf = (result: PlacedResult): number => placedResultSize(result).height;

describe.each<PollMethod>(['single', 'ranking'])('the room for the result of a %s poll', (method) => {
  test('follows the number of options', () => {
    const heights = [2, 3, 6, 12, 30].map((count) => heightOf(placed(method, titles(count))));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(heights.length);
  });

  test('is wider when there are many options, or long ones', () => {
    const width = (...args: Parameters<typeof titles>) =>
      placedResultSize(placed(method, titles(...args))).width;
    expect(width(6)).toBe(460);
    expect(width(7)).toBe(640);
    expect(width(3, 'x'.repeat(180))).toBe(640);
  });

  test('grows with the titles and the question', () => {
    const short = placed(method, titles(12));
    expect(heightOf(placed(method, titles(12, 'ord '.repeat(40))))).toBeGreaterThan(
      heightOf(short) + 12 * 24,
    );
    expect(heightOf({ ...short, question: 'ord '.repeat(70) })).toBeGreaterThan(heightOf(short) + 3 * 22);
  });

  test('is small when nobody has voted', () => {
    const options = placed(method, titles(12)).options;
    const result = { tally: tally(method, options, []), entitled: 3, ballots: null };
    expect(heightOf(placed(method, titles(12), { result }))).toBeLessThan(200);
  });
});
