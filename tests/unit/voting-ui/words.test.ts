import { describe, expect, it } from 'vitest';
import { agreementInWords } from '#client/modules/voting/agreement-words.ts';
import { ballotInWords } from '#client/modules/voting/ballot-words.ts';
import { namesOf, spokenName } from '#client/modules/voting/option-names.ts';
import { orderInWords } from '#client/modules/voting/order-words.ts';
import { outcomeInWords } from '#client/modules/voting/outcome-words.ts';
import { rankingRows } from '#client/modules/voting/ranking-rows.ts';
import { voting as en } from '#shared/i18n/en/voting.ts';
import { voting as sv } from '#shared/i18n/sv/voting.ts';
import { optionsMarked, ranking, tallyRankings } from './polls.ts';

const nameIn = (marks: string) => {
  const names = namesOf(optionsMarked(marks));
  return (option: string) => spokenName(names, option, sv);
};

describe('the group work of 8 March 2018: three groups, where the second rejects A and C alike', () => {
  const groups = ['A > B > C', 'B > A = C', 'A > B > C'];
  const tally = tallyRankings('ABC', groups);
  const nameOf = nameIn('ABC');

  it('is told as A first, B second, C last, the same by both methods', () => {
    expect(outcomeInWords(tally, nameOf, sv)).toEqual([{ method: null, words: 'A, sedan B, sist C' }]);
    expect(agreementInWords(tally, nameOf, sv)).toEqual(['Borda och Schulze ger samma ordning.']);
  });

  it('has 4,5 points for A, 4 for B and 0,5 for C, and the places under both methods', () => {
    const lines = rankingRows(tally).map((row) => [
      nameOf(row.option),
      sv.result.placeShort(row.borda.place, row.borda.tied),
      sv.points(row.doubledPoints),
      sv.result.placeShort(row.schulze.place, row.schulze.tied),
      sv.result.first(row.alone, row.shared),
    ]);
    expect(lines).toEqual([
      ['A', '1:a', '4,5', '1:a', '2'],
      ['B', '2:a', '4', '2:a', '1'],
      ['C', '3:e', '0,5', '3:e', '0'],
    ]);
  });

  it('says what each group cast', () => {
    const words = groups.map((order) => ballotInWords(ranking(order), optionsMarked('ABC'), nameOf, sv));
    expect(words).toEqual(['A, sedan B, sist C', 'B, sist A och C lika', 'A, sedan B, sist C']);
  });

  it('reads the same in English', () => {
    expect(outcomeInWords(tally, nameOf, en)).toEqual([{ method: null, words: 'A, then B, last C' }]);
    expect(agreementInWords(tally, nameOf, en)).toEqual(['Borda and Schulze give the same order.']);
    expect(en.points(9)).toBe('4.5');
  });
});

describe('an order in words', () => {
  it.each([
    [[['a']], 'a'],
    [[['a'], ['b']], 'a, sedan b'],
    [[['a'], ['b'], ['c']], 'a, sedan b, sist c'],
    [[['a', 'c'], ['b']], 'a och c lika, sedan b'],
    [[['b'], ['a', 'c']], 'b, sist a och c lika'],
    [[['a'], ['b', 'c'], ['d']], 'a, sedan b och c lika, sist d'],
    [[['a', 'b', 'c']], 'alla lika'],
    [[['a'], ['b'], ['c'], ['d'], ['e']], 'a, b, c, d, sist e'],
  ])('%j', (order, words) => {
    expect(orderInWords(order, (option) => option, sv)).toBe(words);
  });

  it('puts what a ballot leaves out last, where it was counted', () => {
    expect(ballotInWords(ranking('B'), optionsMarked('ABC'), nameIn('ABC'), sv)).toBe('B, sist A och C lika');
  });

  it('names a single choice', () => {
    const ballot = { kind: 'single', option: 'choice-b' } as const;
    expect(ballotInWords(ballot, optionsMarked('AB'), nameIn('AB'), sv)).toBe('B');
  });
});

describe('agreement in words', () => {
  const words = (marks: string, orders: readonly string[]) =>
    agreementInWords(tallyRankings(marks, orders), nameIn(marks), sv);

  it('says nothing without ballots, when everything is tied and nobody has agreed on anything', () => {
    expect(words('ABC', [])).toEqual([]);
  });

  it('does not call an all-round tie an order', () => {
    expect(words('AB', ['A > B', 'B > A'])).toEqual(['Alternativen hamnar lika, enligt båda metoderna.']);
  });

  it('names both firsts when the methods part', () => {
    const [verdict, pairs] = words('ABC', ['A > B > C', 'A > B > C', 'A > B > C', 'B > C > A', 'B > C > A']);
    expect(verdict).toContain('inte eniga om första platsen: B enligt Borda, A enligt Schulze');
    expect(pairs).toBe('2 av 3 par ordnas likadant av båda.');
  });

  it('is gentler when the first places overlap', () => {
    const [verdict] = words('ABCD', ['A > B', 'A = B', 'D > B']);
    expect(verdict).toBe(
      'Borda och Schulze är delvis eniga om första platsen: B enligt Borda, A och B lika enligt Schulze.',
    );
  });

  it('keeps the agreed first apart from the order below it', () => {
    const three = Array.from({ length: 3 }, () => 'A > B > C > D');
    const [verdict, pairs] = words('ABCD', [...three, 'A > C > D > B', 'A > C > D > B']);
    expect(verdict).toBe('Borda och Schulze är eniga om första platsen, A, men inte om ordningen därefter.');
    expect(pairs).toBe('5 av 6 par ordnas likadant av båda.');
  });
});

describe('an outcome that is too long for a sentence', () => {
  const options = [
    { id: 'choice-a', title: 'Förstudie av förvaltningsorganisationen för bredband' },
    { id: 'choice-b', title: 'Kommungemensam bredbandssamordnare från och med i höst' },
    { id: 'choice-c', title: 'Vänta ett år' },
  ];
  const nameOf = (option: string) => spokenName(namesOf(options), option, sv);

  it('says only who is first when the methods agree', () => {
    expect(outcomeInWords(tallyRankings('ABC', ['A > B > C']), nameOf, sv)).toEqual([
      { method: null, words: 'Först: ”Förstudie av förvaltningsorganisationen för bredband”' },
    ]);
  });

  it('is left to the agreement and the table when they do not', () => {
    const orders = ['A > B > C', 'A > B > C', 'A > B > C', 'B > C > A', 'B > C > A'];
    expect(outcomeInWords(tallyRankings('ABC', orders), nameOf, sv)).toEqual([]);
  });
});
