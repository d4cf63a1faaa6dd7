import { describe, expect, it } from 'vitest';
import { queryRows, sumColumn, valuesIn, WHOLE_TABLE, type TableQuery } from '#shared/content/table-query.ts';
import { inventory } from '#shared/i18n/sv/inventory.ts';
import { idsOf, item } from './support.ts';

const labelOf = (key: string, option: string): string =>
  (inventory.options as Readonly<Record<string, Readonly<Record<string, string>>>>)[key]?.[option] ?? option;

const query = (parts: Partial<TableQuery>) => ({ ...WHOLE_TABLE, ...parts });
const ids = (rows: Parameters<typeof queryRows>[0], parts: Partial<TableQuery>) =>
  idsOf(queryRows(rows, query(parts), labelOf));

const NYHEM = item('nyhem', {
  title: 'Nyhem saknar fiber',
  subArea: 'Nyhem',
  category: 'white-area',
  priority: 'high',
  households: 220,
});
const ASEN = item('asen', { title: 'Åsens byalag', subArea: 'Åsen', category: 'access', households: 62 });
const ALVEN = item('alven', { title: 'Älven', subArea: 'Älven', category: 'mobile', priority: 'low' });
const OREN = item('oren', { title: 'Ören', subArea: 'Ören', priority: 'medium', households: 4 });
const ZINK = item('zink', { title: 'Zinkgruvan', subArea: 'Zinkgruvan', households: 62 });
const ROWS = [OREN, ALVEN, NYHEM, ZINK, ASEN];

describe('sorting', () => {
  it('keeps the order of the page until asked', () => {
    expect(ids(ROWS, {})).toEqual(['oren', 'alven', 'nyhem', 'zink', 'asen']);
  });

  it('puts å, ä and ö last, as Swedes do', () => {
    expect(ids(ROWS, { sort: { key: 'subArea', direction: 'ascending' } })).toEqual([
      'nyhem',
      'zink',
      'asen',
      'alven',
      'oren',
    ]);
  });

  it('sorts numbers by size and keeps rows without one last in both directions', () => {
    expect(ids(ROWS, { sort: { key: 'households', direction: 'ascending' } })).toEqual([
      'oren',
      'zink',
      'asen',
      'nyhem',
      'alven',
    ]);
    expect(ids(ROWS, { sort: { key: 'households', direction: 'descending' } })).toEqual([
      'nyhem',
      'zink',
      'asen',
      'oren',
      'alven',
    ]);
  });

  it('keeps equal rows in their own order in both directions', () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const order = ids(ROWS, { sort: { key: 'households', direction } });
      expect(order.indexOf('zink')).toBeLessThan(order.indexOf('asen'));
    }
  });

  it('sorts priorities by weight, not by spelling', () => {
    expect(ids(ROWS, { sort: { key: 'priority', direction: 'ascending' } })).toEqual([
      'nyhem',
      'oren',
      'alven',
      'zink',
      'asen',
    ]);
  });

  it('sorts categories by the word the reader sees', () => {
    // Mobiltäckning, Tillgång till bredband, Vitt område.
    expect(ids(ROWS, { sort: { key: 'category', direction: 'ascending' } }).slice(0, 3)).toEqual([
      'alven',
      'asen',
      'nyhem',
    ]);
  });

  it('counts within words: stage 2 comes before stage 10', () => {
    const stages = [item('ten', { title: 'Etapp 10' }), item('two', { title: 'Etapp 2' })];
    expect(ids(stages, { sort: { key: 'title', direction: 'ascending' } })).toEqual(['two', 'ten']);
  });

  it('takes blank text for no value', () => {
    const rows = [item('blank', { title: '  ' }), item('named', { title: 'Öster' })];
    expect(ids(rows, { sort: { key: 'title', direction: 'ascending' } })).toEqual(['named', 'blank']);
  });

  it('leaves the order alone for a column there is not', () => {
    expect(ids(ROWS, { sort: { key: 'nothing', direction: 'ascending' } })).toEqual(idsOf(ROWS));
  });
});

describe('filtering', () => {
  it('finds words anywhere in the row, whatever their case', () => {
    expect(ids(ROWS, { text: 'FIBER' })).toEqual(['nyhem']);
    expect(ids(ROWS, { text: 'åsen' })).toEqual(['asen']);
  });

  it('finds letters however they were composed', () => {
    expect(ids(ROWS, { text: 'A\u030asens' })).toEqual(['asen']);
  });

  it('wants every word', () => {
    expect(ids(ROWS, { text: 'nyhem fiber' })).toEqual(['nyhem']);
    expect(ids(ROWS, { text: 'nyhem byalag' })).toEqual([]);
  });

  it('finds options by the words the reader sees', () => {
    expect(ids(ROWS, { text: 'vitt område' })).toEqual(['nyhem']);
  });

  it('does not take å for a', () => {
    expect(ids(ROWS, { text: 'asens' })).toEqual([]);
  });

  it('keeps the rows that have just the value asked for', () => {
    expect(ids(ROWS, { values: { priority: 'high' } })).toEqual(['nyhem']);
    expect(ids(ROWS, { values: { priority: 'high', subArea: 'Åsen' } })).toEqual([]);
  });

  it('finds the rows where a value is missing', () => {
    expect(ids(ROWS, { values: { priority: null } })).toEqual(['zink', 'asen']);
  });
});

describe('sums', () => {
  it('tells how many rows it covers', () => {
    expect(sumColumn(ROWS, 'households')).toEqual({ sum: 348, counted: 4, rows: 5 });
  });

  it('counts nought as a value', () => {
    expect(sumColumn([item('a', { households: 0 })], 'households')).toEqual({ sum: 0, counted: 1, rows: 1 });
  });

  it('is nought over nothing when no row has a value', () => {
    expect(sumColumn([ALVEN], 'households')).toEqual({ sum: 0, counted: 0, rows: 1 });
  });
});

it('lists the values of a column once each, in Swedish order', () => {
  const again = item('again', { subArea: 'Nyhem' });
  const without = item('without', { subArea: '' });
  expect(valuesIn([...ROWS, again, without], 'subArea')).toEqual([
    'Nyhem',
    'Zinkgruvan',
    'Åsen',
    'Älven',
    'Ören',
  ]);
});
