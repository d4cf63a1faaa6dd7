import type { NumberFault, NumberType } from './number-input-fault.ts';

const PERCENT_WORDS: ReadonlySet<string> = new Set(['%', 'procent', 'percent']);
const COUNT_WORDS: ReadonlySet<string> = new Set(['st', 'st.']);
const CURRENCY = /(?:^| ?)(?:kr\.?|kronor|sek|:-|,-)$/;

/** Swedish offices write thousands and millions in many ways; each is a power of ten of kronor. */
const MONEY_SCALES: ReadonlyMap<string, number> = new Map(
  [
    { power: 0, words: [''] },
    { power: 3, words: ['t', 'k', 'tusen', 'thousand'] },
    { power: 6, words: ['m', 'mn', 'milj', 'milj.', 'miljon', 'miljoner', 'million'] },
    { power: 9, words: ['md', 'mdr', 'miljard', 'miljarder', 'billion'] },
  ].flatMap(({ power, words }) => words.map((word) => [word, power] as const)),
);
/** Bare `t`, `m` and `md` are no amounts: they need their `kr`. */
const NEEDS_CURRENCY: ReadonlySet<string> = new Set(['t', 'm', 'md']);

/** By what power of ten the digits are scaled, from what stands ahead of and behind them (lower case, trimmed). */
export function powerOfTen(
  type: NumberType,
  prefix: string,
  suffix: string,
): number | Extract<NumberFault, 'wrong-unit' | 'not-a-number'> {
  const unit = unitOf(prefix, suffix);
  if (unit === null) return 'not-a-number';
  return unit.type === type || unit.type === 'any' ? unit.power : 'wrong-unit';
}

interface Unit {
  readonly type: NumberType | 'any';
  readonly power: number;
}

function unitOf(prefix: string, suffix: string): Unit | null {
  if (prefix === '' && suffix === '') return { type: 'any', power: 0 };
  if (prefix === '' && PERCENT_WORDS.has(suffix)) return { type: 'percent', power: 0 };
  if (prefix === '' && COUNT_WORDS.has(suffix)) return { type: 'count', power: 0 };
  return moneyUnit(prefix, suffix);
}

function moneyUnit(prefix: string, suffix: string): Unit | null {
  if (prefix !== '' && !CURRENCY.test(prefix)) return null;
  const scale = suffix.replace(CURRENCY, '');
  const named = prefix !== '' || scale !== suffix;
  const power = MONEY_SCALES.get(scale);
  return power === undefined || (NEEDS_CURRENCY.has(scale) && !named) ? null : { type: 'money', power };
}
