import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { NumberFault, NumberType } from './number-input-fault.ts';
import { powerOfTen } from './number-input-unit.ts';

/** More than every household in Sweden, and more than every plausible sum: beyond them is a slip of the finger. */
export const NUMBER_MAX: Readonly<Record<NumberType, number>> = {
  count: 10_000_000,
  money: 100_000_000_000,
  percent: 100,
};

/** Longer is prose pasted into the wrong field. */
const LONGEST_NUMBER = 60;

/**
 * Reads what a person wrote in a number field: counts (`3 100`), kronor (`12 000 kr`, `250 tkr`, `5,7 mnkr`) or percent
 * (`94,5 %`), in Swedish or English notation alike, since both are pasted into the same table. Empty is `null`.
 * A separator is taken for what it can be in its field: `3,100` is 3100 as a count, where a fraction has no meaning.
 */
export function parseNumber(type: NumberType, text: string): Result<number | null, NumberFault> {
  const plain = toPlainCharacters(text);
  if (plain === '') return ok(null);
  const [, prefix = '', digits = '', suffix = ''] = NUMBER_PARTS.exec(plain) ?? [];
  if (digits === '' || plain.length > LONGEST_NUMBER) return err('not-a-number');
  const fault = faultOfWording(prefix.trim(), suffix);
  if (fault !== null) return err(fault);
  const power = powerOfTen(type, prefix.trim(), suffix.trim());
  return typeof power === 'number' ? readDigits(type, digits, power) : err(power);
}

const NUMBER_PARTS = /^(\D*)(\d(?:[\d .,]*\d)?)(.*)$/;

/** Pasted text brings no-break spaces, invisible marks, full-width characters and six sorts of dashes. */
const toPlainCharacters = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function faultOfWording(prefix: string, suffix: string): NumberFault | null {
  if (APPROXIMATE.test(prefix)) return 'approximate';
  if (RANGE.test(suffix)) return 'range';
  return prefix === '-' ? 'negative' : null;
}

const APPROXIMATE =
  /^(?:ca\.?|c:a|cirka|ungefär|omkring|drygt|knappt|nästan|över|under|minst|högst|(?:mer|mindre) än|about|around|over|(?:more|less) than|[~≈<>≤≥±]+)$/;
const RANGE = /^\D{0,12}?(?:-|till|to) ?\d/;

/** One way to read a row of digits and separators. */
interface Reading {
  readonly whole: string;
  readonly fraction: string;
}

/** All readings that fit the field are kept: when they differ, it is for the person to say which was meant. */
function readDigits(type: NumberType, digits: string, power: number): Result<number, NumberFault> {
  const judged = readingsOf(digits).map((reading) => judge(type, reading, power));
  const values = new Set(judged.flatMap((result) => (result.ok ? [result.value] : [])));
  const [value] = values;
  if (value === undefined) return judged[0] ?? err('ambiguous');
  return values.size === 1 ? ok(value) : err('ambiguous');
}

/** The whole part and the decimals: without thousands, with spaces, with points, with commas between them. */
const NOTATIONS: readonly RegExp[] = [
  /^(\d+)(?:[.,](\d+))?$/,
  /^(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/,
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/,
];

function readingsOf(digits: string): readonly Reading[] {
  return NOTATIONS.flatMap((notation) => {
    const [, whole, fraction = ''] = notation.exec(digits) ?? [];
    return whole === undefined ? [] : [{ whole: whole.replace(/\D/g, ''), fraction }];
  });
}

function judge(type: NumberType, { whole, fraction }: Reading, power: number): Result<number, NumberFault> {
  if (fraction.length > decimalsAllowed(type, power))
    return err(type === 'percent' ? 'too-precise' : 'not-whole');
  // Through the decimal text, not by multiplying: 1.1 × 1 000 000 is not 1 100 000 in binary.
  const value = Number(`${whole}${fraction}e${String(power - fraction.length)}`);
  if (type !== 'percent' && !Number.isInteger(value)) return err('not-whole');
  if (value > NUMBER_MAX[type]) return err(type === 'percent' ? 'over-hundred' : 'too-large');
  return ok(value);
}

/** Kronor may be written with öre (`12 000,00 kr`), millions with as many decimals as leave whole kronor. */
const decimalsAllowed = (type: NumberType, power: number): number =>
  type === 'count' ? 0 : Math.max(2, power);
