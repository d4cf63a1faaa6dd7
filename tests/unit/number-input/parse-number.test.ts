import { describe, expect, it } from 'vitest';
import type { NumberFault, NumberType } from '#shared/content/number-input-fault.ts';
import { parseNumber } from '#shared/content/number-input.ts';

const NBSP = '\u00a0';
const NARROW = '\u202f';
const MINUS = '\u2212';

const read = (type: NumberType, text: string): number | null | NumberFault => {
  const result = parseNumber(type, text);
  return result.ok ? result.value : result.error;
};

describe('a count', () => {
  it.each<readonly [string, number | null]>([
    ['3 100', 3100],
    [`3${NBSP}100`, 3100],
    [`3${NARROW}100`, 3100],
    ['3\u2009100', 3100],
    ['3100', 3100],
    ['  3 100  ', 3100],
    ['３１００', 3100],
    ['3.100', 3100],
    ['3,100', 3100],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['3 100 st', 3100],
    ['0', 0],
    ['007', 7],
    ['\u200e3 100\u200b', 3100],
    ['', null],
    ['   ', null],
    [NBSP, null],
  ])('reads %j as %j', (text, value) => expect(read('count', text)).toBe(value));

  it.each<readonly [string, NumberFault]>([
    ['1,234,5', 'ambiguous'],
    ['31 00', 'ambiguous'],
    ['3 1', 'ambiguous'],
    ['1.2.3', 'ambiguous'],
    ['3,,1', 'ambiguous'],
    ['0,500', 'not-whole'],
    ['3,5', 'not-whole'],
    ['3.0', 'not-whole'],
    ['-5', 'negative'],
    [`${MINUS}5`, 'negative'],
    ['–5', 'negative'],
    ['- 5', 'negative'],
    ['-0', 'negative'],
    ['5-7', 'range'],
    ['5–7', 'range'],
    ['5 till 7', 'range'],
    ['ca 3 100', 'approximate'],
    ['ca. 3 100', 'approximate'],
    ['c:a 3 100', 'approximate'],
    ['~3100', 'approximate'],
    ['≈ 3100', 'approximate'],
    ['>3100', 'approximate'],
    ['drygt 300', 'approximate'],
    ['3 100 %', 'wrong-unit'],
    ['3 100 kr', 'wrong-unit'],
    ['20000000', 'too-large'],
    ['9'.repeat(50), 'too-large'],
    ['9'.repeat(61), 'not-a-number'],
    ['-', 'not-a-number'],
    ['–', 'not-a-number'],
    ['ca', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['-Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['null', 'not-a-number'],
    ['många', 'not-a-number'],
    ['3 100 hushåll', 'not-a-number'],
    ['3100,', 'not-a-number'],
    ['٣١٠٠', 'not-a-number'],
    ['5²', 'not-a-number'],
    ['½', 'not-a-number'],
    ['<script>', 'not-a-number'],
  ])('refuses %j as %s', (text, fault) => expect(read('count', text)).toBe(fault));
});

describe('a share', () => {
  it.each<readonly [string, number]>([
    ['94,5 %', 94.5],
    [`94,5${NBSP}%`, 94.5],
    ['94,5%', 94.5],
    ['94.5', 94.5],
    ['94,5', 94.5],
    ['94,50', 94.5],
    ['９４，５％', 94.5],
    ['100', 100],
    ['100,00 %', 100],
    ['0', 0],
    ['0,29 %', 0.29],
    ['99,99', 99.99],
    ['80 procent', 80],
  ])('reads %j as %j', (text, value) => expect(read('percent', text)).toBe(value));

  it.each<readonly [string, NumberFault]>([
    ['>99,99%', 'approximate'],
    ['> 99,99 %', 'approximate'],
    ['100,01', 'over-hundred'],
    ['101 %', 'over-hundred'],
    ['9450', 'over-hundred'],
    ['94,567', 'too-precise'],
    ['-1 %', 'negative'],
    ['80-90 %', 'range'],
    ['80 % - 90 %', 'range'],
    ['94,5 kr', 'wrong-unit'],
    ['94,5 ‰', 'not-a-number'],
    ['%', 'not-a-number'],
  ])('refuses %j as %s', (text, fault) => expect(read('percent', text)).toBe(fault));
});

describe('an amount', () => {
  it.each<readonly [string, number]>([
    ['12 000 kr', 12_000],
    [`12${NBSP}000${NBSP}kr`, 12_000],
    ['12000', 12_000],
    ['12 000:-', 12_000],
    ['12 000,00 kr', 12_000],
    ['12,000', 12_000],
    ['SEK 12,000', 12_000],
    ['250 tkr', 250_000],
    ['250 TKR', 250_000],
    ['250 tusen kr', 250_000],
    ['250k', 250_000],
    ['5,7 mnkr', 5_700_000],
    ['5.7 mnkr', 5_700_000],
    ['5,7mkr', 5_700_000],
    ['5,7 MSEK', 5_700_000],
    ['5,7 miljoner', 5_700_000],
    ['5,7 miljoner kronor', 5_700_000],
    ['5,7 milj. kr', 5_700_000],
    ['SEK 5.7 million', 5_700_000],
    ['1,1 mnkr', 1_100_000],
    ['0,500 mnkr', 500_000],
    ['5,7251 mnkr', 5_725_100],
    ['1,2 mdkr', 1_200_000_000],
    ['1 234,5 mnkr', 1_234_500_000],
    ['1.234,5 mnkr', 1_234_500_000],
    ['1,234.5 mnkr', 1_234_500_000],
    ['0 kr', 0],
  ])('reads %j as %j', (text, value) => expect(read('money', text)).toBe(value));

  it.each<readonly [string, NumberFault]>([
    ['5,725 mnkr', 'ambiguous'],
    ['5.725 mnkr', 'ambiguous'],
    ['1,234,5', 'ambiguous'],
    ['12,50 kr', 'not-whole'],
    ['5,72510001 mnkr', 'not-whole'],
    ['5-7 mnkr', 'range'],
    ['5 mnkr – 7 mnkr', 'range'],
    ['ca 5,7 mnkr', 'approximate'],
    ['−5 mnkr', 'negative'],
    ['101 mdkr', 'too-large'],
    ['5 %', 'wrong-unit'],
    ['5 st', 'wrong-unit'],
    ['5 m', 'not-a-number'],
    ['5 €', 'not-a-number'],
    ['1e6 kr', 'not-a-number'],
    ['kr', 'not-a-number'],
  ])('refuses %j as %s', (text, fault) => expect(read('money', text)).toBe(fault));
});

it('does not stall on hostile text', () => {
  expect(read('money', `${'1 '.repeat(100_000)}x`)).toBe('not-a-number');
  expect(read('money', '1'.repeat(1_000_000))).toBe('not-a-number');
});
