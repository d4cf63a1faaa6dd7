import { describe, expect, it } from 'vitest';
import {
  ballotOf,
  EMPTY_RANKING,
  moveDown,
  moveUp,
  rankNext,
  rowsOf,
  tiedWith,
  tieWithAbove,
  unrank,
  unrankedOf,
  untie,
  type RankingDraft,
} from '#client/modules/voting/ranking-draft.ts';

/** `A > B=C` */
const draftOf = (order: string): RankingDraft =>
  order === '' ? [] : order.split('>').map((tier) => tier.split('=').map((option) => option.trim()));
const orderOf = (draft: RankingDraft): string => draft.map((tier) => tier.join('=')).join(' > ');

describe('tapping', () => {
  it('ranks options in the order they are tapped', () => {
    const draft = ['B', 'A', 'C'].reduce(rankNext, EMPTY_RANKING);
    expect(orderOf(draft)).toBe('B > A > C');
  });

  it('does not rank the same option twice', () => {
    expect(rankNext(draftOf('A > B'), 'A')).toEqual(draftOf('A > B'));
  });

  it('takes an option out of the order and leaves the others', () => {
    expect(orderOf(unrank(draftOf('A > B=C'), 'B'))).toBe('A > C');
    expect(orderOf(unrank(draftOf('A > B > C'), 'B'))).toBe('A > C');
    expect(unrank(draftOf('A'), 'A')).toEqual([]);
  });

  it('lists what is not ranked in the order of the poll', () => {
    expect(unrankedOf(draftOf('B'), ['A', 'B', 'C'])).toEqual(['A', 'C']);
  });
});

describe('moving', () => {
  it.each([
    ['A > B > C', 'C', 'A > C > B'],
    ['A > B > C', 'A', 'A > B > C'],
    // Out of a tie first, so that every press changes what the ballot says.
    ['A > B=C', 'C', 'A > C > B'],
    ['A > B=C', 'B', 'A > B > C'],
    ['A=B', 'A', 'A > B'],
    // Past a whole tie, not into the middle of it.
    ['A=B > C', 'C', 'C > A=B'],
  ])('up, in %s the option %s: %s', (before, option, after) => {
    expect(orderOf(moveUp(draftOf(before), option))).toBe(after);
  });

  it.each([
    ['A > B > C', 'A', 'B > A > C'],
    ['A > B > C', 'C', 'A > B > C'],
    ['A=B > C', 'A', 'B > A > C'],
    ['A=B', 'B', 'A > B'],
    ['A > B=C', 'A', 'B=C > A'],
  ])('down, in %s the option %s: %s', (before, option, after) => {
    expect(orderOf(moveDown(draftOf(before), option))).toBe(after);
  });

  it('does nothing with an option that is not ranked', () => {
    expect(moveUp(draftOf('A > B'), 'C')).toEqual(draftOf('A > B'));
    expect(moveDown(draftOf('A > B'), 'C')).toEqual(draftOf('A > B'));
  });

  it('tells which moves are possible', () => {
    const rows = rowsOf(draftOf('A > B > C'));
    expect(rows.map(({ canMoveUp, canMoveDown }) => [canMoveUp, canMoveDown])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect(rowsOf(draftOf('A=B')).every(({ canMoveUp, canMoveDown }) => canMoveUp && canMoveDown)).toBe(true);
  });
});

describe('ties', () => {
  it('makes an option as good as the one above', () => {
    expect(orderOf(tieWithAbove(draftOf('A > B > C'), 'B'))).toBe('A=B > C');
  });

  it('takes along what is tied below it', () => {
    expect(orderOf(tieWithAbove(draftOf('A > B=C'), 'B'))).toBe('A=B=C');
  });

  it('parts an option, with those below it, from the one above', () => {
    expect(orderOf(untie(draftOf('A=B=C'), 'B'))).toBe('A > B=C');
    expect(orderOf(untie(draftOf('A=B=C'), 'C'))).toBe('A=B > C');
  });

  it('does nothing for the first line, or for one that is tied or parted already', () => {
    expect(orderOf(tieWithAbove(draftOf('A > B'), 'A'))).toBe('A > B');
    expect(orderOf(tieWithAbove(draftOf('A=B'), 'B'))).toBe('A=B');
    expect(orderOf(untie(draftOf('A > B'), 'B'))).toBe('A > B');
  });

  it('shows the place shared, and the next place behind all who share it', () => {
    expect(rowsOf(draftOf('A > B=C > D')).map(({ option, place }) => `${option}${place}`)).toEqual([
      'A1',
      'B2',
      'C2',
      'D4',
    ]);
    expect(tiedWith(draftOf('A > B=C'), 'C')).toEqual(['B', 'C']);
    expect(tiedWith(draftOf('A'), 'B')).toEqual([]);
  });

  it('knows the line above, for the words of the toggle', () => {
    expect(rowsOf(draftOf('A > B=C')).map(({ above, tiedWithAbove }) => [above, tiedWithAbove])).toEqual([
      [null, false],
      ['A', false],
      ['B', true],
    ]);
  });
});

it('is no ballot while nothing is ranked, and one full tier when all are alike', () => {
  expect(ballotOf(EMPTY_RANKING)).toBeNull();
  expect(ballotOf(draftOf('A=B=C'))).toEqual({ kind: 'ranking', tiers: [['A', 'B', 'C']] });
});
