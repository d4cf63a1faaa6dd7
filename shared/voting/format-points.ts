import { assert } from '#shared/kernel/assert.ts';

// By hand rather than by `Intl`, so that stored minutes read the same on every machine.
const DECIMAL_MARK = { sv: ',', en: '.' } as const;

/**
 * Points as people read them: `9` doubled points are `4,5` in Swedish and `4.5` in English, `8` are `4`.
 * Throws unless given a whole number of doubled points, 0 or more.
 */
export function formatPoints(doubledPoints: number, locale: keyof typeof DECIMAL_MARK): string {
  assert(Number.isSafeInteger(doubledPoints) && doubledPoints >= 0, 'doubled points are a whole number');
  const whole = Math.floor(doubledPoints / 2).toString();
  return doubledPoints % 2 === 0 ? whole : `${whole}${DECIMAL_MARK[locale]}5`;
}
