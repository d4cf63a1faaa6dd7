import { expect, it } from 'vitest';
import { countFirstChoices } from '#shared/voting/first-choices.ts';
import { ranking } from './rankings.ts';

it('keeps first places held alone apart from those shared', () => {
  const ballots = [ranking('A > B > C'), ranking('A = B > C'), ranking('A'), ranking('A = B = C')];
  expect(countFirstChoices(['A', 'B', 'C'], ballots)).toEqual([
    { option: 'A', alone: 2, shared: 2 },
    { option: 'B', alone: 0, shared: 2 },
    { option: 'C', alone: 0, shared: 1 },
  ]);
});
