import { describe, expect, it } from 'vitest';
import { err, ok } from '#shared/kernel/result.ts';
import { parseBallot } from '#shared/voting/ballot.ts';

const OPTIONS = ['a', 'b', 'c'];

const parseSingle = (input: unknown) => parseBallot(input, 'single', OPTIONS);
const parseRanking = (input: unknown) => parseBallot(input, 'ranking', OPTIONS);
const parseTiers = (tiers: unknown) => parseRanking({ kind: 'ranking', tiers });

describe('a single choice', () => {
  it('is one option of the poll', () => {
    expect(parseSingle({ kind: 'single', option: 'b' })).toEqual(ok({ kind: 'single', option: 'b' }));
  });

  it('is refused when the poll lacks the option', () => {
    expect(parseSingle({ kind: 'single', option: 'd' })).toEqual(err('unknown-option'));
    expect(parseSingle({ kind: 'single', option: 'toString' })).toEqual(err('unknown-option'));
  });

  it('is refused when it picks anything but one', () => {
    expect(parseSingle({ kind: 'single', option: ['a'] })).toEqual(err('malformed'));
    expect(parseSingle({ kind: 'single', option: null })).toEqual(err('malformed'));
    expect(parseSingle({ kind: 'single' })).toEqual(err('malformed'));
  });

  it('is refused where a ranking is asked for, and the other way round', () => {
    expect(parseRanking({ kind: 'single', option: 'a' })).toEqual(err('wrong-kind'));
    expect(parseSingle({ kind: 'ranking', tiers: [['a']] })).toEqual(err('wrong-kind'));
  });
});

describe('a ranking', () => {
  it('keeps the tiers as they were sent', () => {
    expect(parseTiers([['c'], ['b', 'a']])).toEqual(ok({ kind: 'ranking', tiers: [['c'], ['b', 'a']] }));
  });

  it('may leave options out', () => {
    expect(parseTiers([['b']])).toEqual(ok({ kind: 'ranking', tiers: [['b']] }));
  });

  it('may put everything in one tier', () => {
    expect(parseTiers([['a', 'b', 'c']]).ok).toBe(true);
  });

  it('is refused when it names an option twice, in one tier or in two', () => {
    expect(parseTiers([['a', 'a']])).toEqual(err('repeated-option'));
    expect(parseTiers([['a'], ['b', 'a']])).toEqual(err('repeated-option'));
  });

  it('is refused when it names an option the poll lacks', () => {
    expect(parseTiers([['a'], ['d']])).toEqual(err('unknown-option'));
    expect(parseTiers([['__proto__']])).toEqual(err('unknown-option'));
  });

  it('is refused when it has no tiers, or a tier with nothing in it', () => {
    expect(parseTiers([])).toEqual(err('empty-ranking'));
    expect(parseTiers([['a'], []])).toEqual(err('empty-tier'));
  });

  it('is refused when it is larger than the poll', () => {
    expect(parseTiers([['a'], ['b'], ['c'], ['a']])).toEqual(err('too-large'));
    expect(parseTiers([['a', 'b', 'c', 'a']])).toEqual(err('too-large'));
  });

  it('is refused by its length alone, before anyone walks four billion holes', () => {
    expect(parseTiers(new Array(2 ** 32 - 1))).toEqual(err('too-large'));
  });

  it('is refused when a list is something else', () => {
    expect(parseTiers('abc')).toEqual(err('malformed'));
    expect(parseTiers({ 0: ['a'], length: 1 })).toEqual(err('malformed'));
    expect(parseTiers(['abc'])).toEqual(err('malformed'));
    expect(parseTiers([[1]])).toEqual(err('malformed'));
    expect(parseTiers(new Array(1))).toEqual(err('malformed'));
    expect(parseTiers(undefined)).toEqual(err('malformed'));
  });
});

describe('what is no ballot at all', () => {
  it.each([undefined, null, true, 0, 'single', [], () => 'single'])('%o is refused', (input) => {
    expect(parseSingle(input)).toEqual(err('malformed'));
  });

  it('is refused with a field too many', () => {
    expect(parseSingle({ kind: 'single', option: 'a', weight: 2 })).toEqual(err('malformed'));
    expect(parseSingle({ kind: 'single', option: 'a', [Symbol('weight')]: 2 })).toEqual(err('malformed'));
  });

  it('is refused with a prototype smuggled in as a field', () => {
    const sent: unknown = JSON.parse('{"kind":"single","option":"a","__proto__":{"weight":2}}');
    expect(parseSingle(sent)).toEqual(err('malformed'));
  });

  it('is refused when its fields are inherited', () => {
    expect(parseSingle(Object.create({ kind: 'single', option: 'a' }))).toEqual(err('malformed'));
    const halfOwn: unknown = Object.assign(Object.create({ option: 'a' }) as object, { kind: 'single' });
    expect(parseSingle(halfOwn)).toEqual(err('malformed'));
  });

  it('is refused without running a getter', () => {
    const trap = {
      kind: 'single',
      get option(): string {
        throw new Error('the getter ran');
      },
    };
    expect(parseSingle(trap)).toEqual(err('malformed'));
  });
});

it('accepts an object with no prototype, as some decoders make them', () => {
  const sent: unknown = Object.assign(Object.create(null) as object, { kind: 'single', option: 'a' });
  expect(parseSingle(sent)).toEqual(ok({ kind: 'single', option: 'a' }));
});

it('copies the ballot, so that later changes to what was sent do not reach it', () => {
  const tier = ['a'];
  const parsed = parseTiers([tier]);
  tier.push('b');
  expect(parsed).toEqual(ok({ kind: 'ranking', tiers: [['a']] }));
});
