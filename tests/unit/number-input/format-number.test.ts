import { describe, expect, it } from 'vitest';
import { formatNumber } from '#shared/content/number-format.ts';

/** No-break spaces shown as plain ones, so that the expectations can be read. */
const shown = (...args: Parameters<typeof formatNumber>): string =>
  formatNumber(...args).replaceAll('\u00a0', ' ');

describe('a number as text', () => {
  it('is empty when there is none', () => {
    expect(formatNumber('count', null, 'sv')).toBe('');
    expect(formatNumber('money', null, 'en')).toBe('');
  });

  it('is written as Swedes write it', () => {
    expect(shown('count', 3100, 'sv')).toBe('3 100');
    expect(shown('percent', 94.5, 'sv')).toBe('94,5 %');
    expect(shown('money', 12_000, 'sv')).toBe('12 000 kr');
    expect(shown('money', 5_700_000, 'sv')).toBe('5,7 mnkr');
    expect(shown('money', 1_234_500_000, 'sv')).toBe('1 234,5 mnkr');
  });

  it('is written in English notation', () => {
    expect(shown('count', 3100, 'en')).toBe('3,100');
    expect(shown('percent', 94.5, 'en')).toBe('94.5%');
    expect(shown('money', 12_000, 'en')).toBe('SEK 12,000');
    expect(shown('money', 5_700_000, 'en')).toBe('SEK 5.7 million');
  });

  it('never hides kronor behind rounded millions', () => {
    expect(shown('money', 5_725_300, 'sv')).toBe('5 725 300 kr');
    expect(shown('money', 999_999, 'sv')).toBe('999 999 kr');
  });

  it('does not wrap in the middle', () => {
    expect(formatNumber('money', 5_700_000, 'sv')).not.toContain(' ');
  });
});
