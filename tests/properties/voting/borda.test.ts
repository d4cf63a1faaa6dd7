import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countBorda } from '#shared/voting/borda.ts';
import { cellOf } from '#shared/voting/matrix.ts';
import { countPairwise } from '#shared/voting/pairwise.ts';
import { rankingElectionArbitrary } from './elections.ts';

it('hands out the same total on every ballot, whatever is tied or left out', () => {
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      const { scores } = countBorda(optionIds, ballots);
      const total = scores.reduce((sum, score) => sum + score.doubledPoints, 0);
      expect(total).toBe(ballots.length * optionIds.length * (optionIds.length - 1));
    }),
  );
});

it('equals the points recounted from the pairwise matrix', () => {
  // A rival beaten is a point, a rival tied half a point: doubled, that is ballots + wins − losses for each rival.
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      const pairwise = countPairwise(optionIds, ballots);
      const recounted = optionIds.map((option, self) => {
        const rivals = [...optionIds.keys()].filter((rival) => rival !== self);
        const doubledPoints = rivals.reduce(
          (sum, rival) =>
            sum + ballots.length + cellOf(pairwise, self, rival) - cellOf(pairwise, rival, self),
          0,
        );
        return { option, doubledPoints };
      });
      expect(countBorda(optionIds, ballots).scores).toEqual(recounted);
    }),
  );
});

it('ranks more points strictly ahead', () => {
  fc.assert(
    fc.property(rankingElectionArbitrary, ({ optionIds, ballots }) => {
      const { scores, order } = countBorda(optionIds, ballots);
      const points = new Map(scores.map((score) => [score.option, score.doubledPoints]));
      const groupPoints = order.map((group) => [...new Set(group.map((option) => points.get(option)))]);
      expect(groupPoints.every((distinct) => distinct.length === 1)).toBe(true);
      const sequence = groupPoints.flat().map(Number);
      expect(sequence).toEqual([...new Set(sequence)].sort((a, b) => b - a));
    }),
  );
});
