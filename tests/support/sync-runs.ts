/** How many random runs a property gets: few in every test run, and as many as `FUZZ_FACTOR` says times that in a long one. */
export const runs = (few: number): { readonly numRuns: number } => ({
  numRuns: few * Number(process.env['FUZZ_FACTOR'] ?? '1'),
});
