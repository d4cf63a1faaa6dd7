import { describe, expect, it } from 'vitest';
import { compareOrders } from '#shared/voting/agreement.ts';
import { tallyRankings, times } from './rankings.ts';

const OPTIONS = ['A', 'B', 'C'];

describe('the verdict on two orders', () => {
  it('is the same order when every group is the same', () => {
    const agreement = compareOrders(OPTIONS, [['A'], ['B', 'C']], [['A'], ['C', 'B']]);
    expect(agreement.verdict).toBe('same-order');
    expect(agreement.firstPlace).toBe('same');
    expect(agreement.pairs).toEqual({ agreed: 3, disagreed: 0, tiedInOne: 0 });
  });

  it('is the same first when only what follows differs', () => {
    const agreement = compareOrders(OPTIONS, [['A'], ['B'], ['C']], [['A'], ['C'], ['B']]);
    expect(agreement.verdict).toBe('same-first');
    expect(agreement.places).toEqual([
      { option: 'A', borda: 1, schulze: 1, standing: 'same-place' },
      { option: 'B', borda: 2, schulze: 3, standing: 'higher-in-borda' },
      { option: 'C', borda: 3, schulze: 2, standing: 'higher-in-schulze' },
    ]);
    expect(agreement.pairs).toEqual({ agreed: 2, disagreed: 1, tiedInOne: 0 });
  });

  it('is a different first when one method ties the first place and the other does not', () => {
    const agreement = compareOrders(OPTIONS, [['A', 'B'], ['C']], [['A'], ['B'], ['C']]);
    expect(agreement.verdict).toBe('different-first');
    expect(agreement.firstPlace).toBe('overlapping');
    expect(agreement.pairs).toEqual({ agreed: 2, disagreed: 0, tiedInOne: 1 });
  });

  it('is a different first when the winners have nothing in common', () => {
    const agreement = compareOrders(OPTIONS, [['C'], ['B'], ['A']], [['A'], ['B'], ['C']]);
    expect(agreement.verdict).toBe('different-first');
    expect(agreement.firstPlace).toBe('apart');
    expect(agreement.pairs).toEqual({ agreed: 0, disagreed: 3, tiedInOne: 0 });
  });

  it('counts places as in sports: after a shared first comes the third', () => {
    const { places } = compareOrders(OPTIONS, [['A', 'B'], ['C']], [['A', 'B'], ['C']]);
    expect(places.map((place) => place.borda)).toEqual([1, 1, 3]);
  });
});

describe('elections where the methods part', () => {
  it('a majority puts A first, the points put the broadly liked B first', () => {
    const result = tallyRankings('ABC', [...times(3, 'A > B > C'), ...times(2, 'B > C > A')]);
    expect(result.borda.order).toEqual([['B'], ['A'], ['C']]);
    expect(result.schulze.order).toEqual([['A'], ['B'], ['C']]);
    expect(result.agreement.verdict).toBe('different-first');
  });

  it('the same below an undisputed winner is the same first', () => {
    const result = tallyRankings('XABC', [...times(3, 'X > A > B > C'), ...times(2, 'X > B > C > A')]);
    expect(result.agreement.verdict).toBe('same-first');
  });
});
