/**
 * The highest rung that passes, taking it that all below a passing one pass; `null` when not even the lowest does. Goes by strides from
 * `start`, then halves what is left. No rung is asked twice.
 */
export async function highestPassing(
  rungs: number,
  start: number,
  stride: number,
  passes: (rung: number) => Promise<boolean>,
): Promise<number | null> {
  let passed = -1;
  let failed = rungs;
  let next = start;
  while (failed - passed > 1) {
    if (await passes(next)) passed = next;
    else failed = next;
    next = nextBetween(passed, failed, rungs, stride);
  }
  return passed < 0 ? null : passed;
}

function nextBetween(passed: number, failed: number, rungs: number, stride: number): number {
  if (failed === rungs) return Math.min(rungs - 1, passed + stride);
  if (passed < 0) return Math.max(0, failed - stride);
  return (passed + failed) >> 1;
}
