import { describe, expect, test } from 'vitest';
import { common } from '#shared/i18n/sv/common.ts';
import { inventory } from '#shared/i18n/sv/inventory.ts';
import { review } from '#shared/i18n/sv/review.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { MinutesWords } from '#shared/report/minutes-words.ts';
import { ballotInWords, resultInWords } from '#shared/report/result-in-words.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { PollMethod } from '#shared/voting/poll.ts';
import { tally } from '#shared/voting/tally.ts';

const WORDS: MinutesWords = { language: 'sv', review, common, inventory };

const ranking = (...tiers: string[]): Ballot => ({
  kind: 'ranking',
  tiers: tiers.map((tier) => Array.from(tier)),
});
const single = (option: string): Ballot => ({ kind: 'single', option });

function placed(method: PollMethod, ballots: readonly Ballot[], titles = 'abc'): PlacedResult {
  const options = Array.from(titles).map((id) => ({ id, title: `${id.toUpperCase()}. Alternativ ${id}` }));
  return {
    question: 'Vilken väg?',
    method,
    electorate: 'individual',
    secrecy: 'secret',
    options,
    result: { tally: tally(method, options, ballots), entitled: 9, ballots: null },
    voterNames: {},
  };
}

const told = (method: PollMethod, ...ballots: Ballot[]): string =>
  resultInWords(placed(method, ballots), WORDS).join(' ');

describe('a single choice in words', () => {
  test('names what got the most votes and all figures', () => {
    expect(told('single', single('b'), single('b'), single('a'))).toBe(
      'Gruppens inriktning: B. Alternativ b. Röster: B 2; A 1; C 0. 3 av 9 möjliga röster lämnades.',
    );
  });

  test('shows a tie as a tie', () => {
    expect(told('single', single('b'), single('a'))).toContain(
      'Gruppens inriktning är delad mellan A. Alternativ a och B. Alternativ b.',
    );
  });
});

describe('options that are called by numbers', () => {
  test('are told by their titles, not to be taken for places or votes', () => {
    const options = ['1. Marknaden bygger', '2. Eget nät'].map((title, index) => ({
      id: `c${index}`,
      title,
    }));
    const ballots = [single('c1'), single('c1'), single('c0')];
    const result = { tally: tally('single', options, ballots), entitled: 3, ballots: null };
    expect(resultInWords({ ...placed('single', []), options, result }, WORDS)[1]).toBe(
      'Röster: Eget nät 2; Marknaden bygger 1.',
    );
  });
});

describe('a ranking in words', () => {
  test('gives both orders when the methods agree on the first place only', () => {
    // Three of five prefer b to c, so b is second by Schulze; c has more points.
    const ballots = [
      ...Array.from({ length: 3 }, () => ranking('a', 'b', 'c', 'd')),
      ...Array.from({ length: 2 }, () => ranking('a', 'c', 'd', 'b')),
    ];
    const text = resultInWords(placed('ranking', ballots, 'abcd'), WORDS).join(' ');
    expect(text).toContain('Gruppens inriktning: A. Alternativ a.');
    expect(text).toContain('Ordning enligt Borda: 1. A, 2. C, 3. B, 4. D.');
    expect(text).toContain('Ordning enligt Schulze: 1. A, 2. B, 3. C, 4. D.');
    expect(text).toContain(review.result.verdicts['same-first']);
  });

  test('names no direction when the methods have different first places', () => {
    // Three of five prefer a to b, so a wins by Schulze; b has more points.
    const ballots = [
      ...Array.from({ length: 3 }, () => ranking('a', 'b', 'c')),
      ...Array.from({ length: 2 }, () => ranking('b', 'c', 'a')),
    ];
    const text = told('ranking', ...ballots);
    expect(text).not.toContain('Gruppens inriktning');
    expect(text).toContain('Ordning enligt Borda: 1. B, 2. A, 3. C.');
    expect(text).toContain('Ordning enligt Schulze: 1. A, 2. B, 3. C.');
    expect(text).toContain(review.result.verdicts['different-first']);
  });

  test('says that nobody voted rather than that all are alike', () => {
    expect(told('ranking')).toBe(
      'Ingen röstade, så resultatet visar ingen inriktning. 0 av 9 möjliga röster lämnades.',
    );
  });
});

describe('a ballot in words', () => {
  test('puts what was left out last, together', () => {
    expect(ballotInWords(placed('ranking', []), ranking('b'), WORDS)).toBe(
      'Gruppens rangordning: 1. B, 2. A och C.',
    );
  });

  test('uses whole titles where the options have no labels', () => {
    const plain = {
      ...placed('ranking', []),
      options: [
        { id: 'a', title: 'Bygg nu' },
        { id: 'b', title: 'Vänta' },
      ],
    };
    expect(ballotInWords(plain, ranking('b', 'a'), WORDS)).toBe(
      'Gruppens rangordning: 1. Vänta, 2. Bygg nu.',
    );
  });
});
