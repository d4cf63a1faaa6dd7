import fc from 'fast-check';
import { expect, test } from 'vitest';
import { superfluous } from '#server/storage/keyframes.ts';

/** What is left after each of the snapshots has been saved in turn. */
function thinned(seqs: readonly number[]): readonly number[] {
  let kept: readonly number[] = [];
  for (const seq of seqs) {
    const dropped = new Set(superfluous([...kept, seq]));
    kept = [...kept, seq].filter((each) => !dropped.has(each));
  }
  return kept;
}

test('the newest two are kept, and of the older ones one per some two thousand rows', () => {
  expect(thinned([500, 1_000, 1_500, 2_000, 2_500, 3_000])).toEqual([2_000, 2_500, 3_000]);
  expect(thinned([2_000, 4_000, 6_000, 8_000])).toEqual([2_000, 4_000, 6_000, 8_000]);
  expect(thinned([10, 20, 30])).toEqual([20, 30]);
  expect(superfluous([])).toEqual([]);
});

test('however they come, no more rows lie between two than 2,000 or than lay there from the start', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_500 }), { maxLength: 60 }), (steps) => {
      let seq = 0;
      const seqs = steps.map((step) => (seq += step));
      const kept = thinned(seqs);
      expect(kept.slice(-2)).toEqual(seqs.slice(-2));
      for (const [index, each] of kept.entries())
        expect(each - (kept[index - 1] ?? 0)).toBeLessThanOrEqual(Math.max(2_000, ...steps));
      // Any three of the older ones in a row reach further than that: there are not too many either.
      const older = [0, ...kept.slice(0, -2)];
      for (let index = 2; index < older.length; index += 1)
        expect((older[index] ?? 0) - (older[index - 2] ?? 0)).toBeGreaterThan(2_000);
    }),
  );
});
