/**
 * How many runs a property gets. In every test run few, and the same ones, so that what is red is red because of a change; in a long one
 * (`npm run soak`) as many as `FUZZ_FACTOR` says times that, different each time.
 */
export const runs = (few: number): { readonly numRuns: number; readonly seed?: number } => {
  const factor = Number(process.env['FUZZ_FACTOR'] ?? '1');
  return factor === 1 ? { numRuns: few, seed: SEED } : { numRuns: few * factor };
};

const SEED = 20_180_308;
