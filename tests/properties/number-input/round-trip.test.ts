import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberType } from '#shared/content/number-input-fault.ts';
import { NUMBER_MAX, parseNumber } from '#shared/content/number-input.ts';
import { formatNumber } from '#shared/content/number-format.ts';

const ALLOWED: Readonly<Record<NumberType, fc.Arbitrary<number>>> = {
  count: fc.integer({ min: 0, max: NUMBER_MAX.count }),
  percent: fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100),
  // Round sums take another form than odd ones, so both are drawn often.
  money: fc.oneof(
    fc.integer({ min: 0, max: NUMBER_MAX.money }),
    fc.integer({ min: 0, max: NUMBER_MAX.money / 10_000 }).map((n) => n * 10_000),
  ),
};
const types = fc.constantFrom<NumberType>('count', 'percent', 'money');
const languages = fc.constantFrom('sv' as const, 'en' as const);

describe('a number in a field', () => {
  it('reads back to the same value from its own text, in either language', () => {
    fc.assert(
      fc.property(
        types.chain((type) => fc.tuple(fc.constant(type), ALLOWED[type])),
        languages,
        ([type, value], language) => {
          expect(parseNumber(type, formatNumber(type, value, language))).toEqual({ ok: true, value });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is a number the field allows, whatever was written', () => {
    const scribble = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789., -−%krtmnd:>~\u00a0\u202fe１')),
      maxLength: 14,
    });
    fc.assert(
      fc.property(types, fc.oneof(scribble, fc.string()), (type, text) => {
        const result = parseNumber(type, text);
        if (!result.ok || result.value === null) return;
        expect(result.value).toBeGreaterThanOrEqual(0);
        expect(Object.is(result.value, -0)).toBe(false);
        expect(result.value).toBeLessThanOrEqual(NUMBER_MAX[type]);
        expect(type === 'percent' || Number.isInteger(result.value)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps its meaning when it is written out again', () => {
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('0123456789., tmnkr')), maxLength: 10 });
    fc.assert(
      fc.property(types, languages, typed, (type, language, text) => {
        const first = parseNumber(type, text);
        if (!first.ok) return;
        expect(parseNumber(type, formatNumber(type, first.value, language))).toEqual(first);
      }),
      { numRuns: 5000 },
    );
  });
});
