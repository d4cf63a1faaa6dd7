import type { Language } from '#shared/session/workshop-state.ts';
import type { NumberType } from './number-input-fault.ts';

const NO_BREAK_SPACE = '\u00a0';
const NUMBERS: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

/** A sum is told in millions when two decimals tell all of it: `5,7 mnkr`, but `5 725 300 kr`. */
const MILLION = 1_000_000;
const TOLD_IN_MILLIONS = MILLION / 100;
/** From here on English would write `1,234 million`, which also reads as a decimal. */
const THOUSAND_MILLION = 1000 * MILLION;

/** The text of a value, in a cell or a field: `3 100`, `94,5 %`, `12 000 kr`. Reads back to exactly the same value. */
export function formatNumber(type: NumberType, value: number | null, language: Language): string {
  if (value === null) return '';
  switch (type) {
    case 'count':
      return NUMBERS[language].format(value);
    case 'percent':
      return language === 'sv'
        ? `${NUMBERS.sv.format(value)}${NO_BREAK_SPACE}%`
        : `${NUMBERS.en.format(value)}%`;
    case 'money':
      return formatMoney(value, language);
  }
}

function formatMoney(kronor: number, language: Language): string {
  const inMillions = kronor >= MILLION && kronor % TOLD_IN_MILLIONS === 0;
  if (language === 'sv')
    return inMillions
      ? `${NUMBERS.sv.format(kronor / MILLION)}${NO_BREAK_SPACE}mnkr`
      : `${NUMBERS.sv.format(kronor)}${NO_BREAK_SPACE}kr`;
  return inMillions && kronor < THOUSAND_MILLION
    ? `SEK${NO_BREAK_SPACE}${NUMBERS.en.format(kronor / MILLION)}${NO_BREAK_SPACE}million`
    : `SEK${NO_BREAK_SPACE}${NUMBERS.en.format(kronor)}`;
}
