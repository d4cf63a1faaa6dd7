import { expect, it } from 'vitest';
import { countPlurality } from '#shared/voting/plurality.ts';

const votesFor = (picks: string) => Array.from(picks).map((option) => ({ kind: 'single' as const, option }));

it('counts each option, those without votes too', () => {
  expect(countPlurality(['A', 'B', 'C'], votesFor('BAB')).counts).toEqual([
    { option: 'A', votes: 1 },
    { option: 'B', votes: 2 },
    { option: 'C', votes: 0 },
  ]);
});

it('puts the most votes first and equal votes in one group', () => {
  expect(countPlurality(['A', 'B', 'C', 'D'], votesFor('DBDAB')).order).toEqual([['B', 'D'], ['A'], ['C']]);
});
