import { describe, expect, test } from 'vitest';
import { parseDelimited } from '#client/board/clipboard/delimited.ts';
import { itemsOfRows } from '#client/board/clipboard/item-rows.ts';
import { readCopied } from '#client/board/clipboard/payload.ts';
import { readPasted } from '#client/board/clipboard/text-in.ts';
import { inventory } from '#shared/i18n/sv/inventory.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';

const words = { columns: inventory.columns, fields: inventory.fields.item, options: inventory.options };

const itemsIn = (text: string) => {
  const pasted = readPasted(text, words);
  if (pasted.kind !== 'table') throw new Error(pasted.kind);
  return itemsOfRows(pasted.rows, pasted.hasHeadings, words);
};

describe('pasted text', () => {
  test('is an address, lines, or a table, as it looks', () => {
    expect(readPasted(' https://pts.se/statistik ', words)).toMatchObject({ kind: 'address' });
    expect(readPasted('Ett\r\n\r\n  Två \n', words)).toEqual({ kind: 'lines', lines: ['Ett', 'Två'] });
    expect(readPasted('Ort; by\nSe även, Nyhem', words)).toMatchObject({ kind: 'lines' });
    expect(readPasted('Rubrik\tHushåll\nNyhem\t3 100', words)).toMatchObject({
      kind: 'table',
      hasHeadings: true,
    });
    expect(readPasted('Rubrik;Hushåll\nNyhem;3 100', words)).toMatchObject({
      kind: 'table',
      hasHeadings: true,
    });
    expect(readPasted('a\tb\nc\td', words)).toMatchObject({ kind: 'table', hasHeadings: false });
    expect(readPasted(' \n', words)).toEqual({ kind: 'nothing' });
  });

  test('of five megabytes, or with a line that no field holds, is refused whole', () => {
    expect(readPasted('å'.repeat(5_000_000), words)).toEqual({ kind: 'too-large' });
    expect(readPasted(`kort\n${'å'.repeat(OBJECT_TEXT_MAX + 1)}`, words)).toEqual({ kind: 'too-large' });
  });

  test('has quotes as spreadsheets write them', () => {
    expect(parseDelimited('"a\nb"\t"säg ""hej"""\n\t\nc\td', '\t')).toEqual([
      ['a\nb', 'säg "hej"'],
      ['c', 'd'],
    ]);
  });
});

describe('a table from a spreadsheet', () => {
  test('fills the fields that its headings name, and keeps the other columns in the description', () => {
    const { items, unreadCells } = itemsIn(
      '\ufeffRubrik\tHushåll\tAnslutna (%)\tKategori\tKommunkod\nNyhem\t3\u00a0100\t94,5\tMobiltäckning\t0642',
    );
    expect(items).toEqual([
      {
        title: 'Nyhem',
        households: 3_100,
        connectedShare: 94.5,
        category: 'mobile',
        description: 'Kommunkod: 0642',
      },
    ]);
    expect(unreadCells).toBe(0);
  });

  test('loses no cell: what its field cannot take stands in the description, and is counted', () => {
    const { items, unreadCells } = itemsIn('Rubrik\tHushåll\tAnslutna\nNyhem\tca 300\t>99,99%');
    expect(items).toEqual([{ title: 'Nyhem', description: 'Hushåll: ca 300\nAnslutna: >99,99%' }]);
    expect(unreadCells).toBe(2);
  });

  test('reads nothing out of dashes and empty cells, leaves sums out and says so', () => {
    const { items, sums } = itemsIn('Rubrik\tHushåll\nNyhem\t-\nUtby\t\nSumma\t3100');
    expect(items.map(({ households }) => households)).toEqual([undefined, undefined]);
    expect(sums).toBe(1);
  });

  test('has shares stored as fractions for what they are', () => {
    expect(
      itemsIn('Rubrik\tAnslutna\nNyhem\t0,07\nUtby\t1').items.map((item) => item['connectedShare']),
    ).toEqual([7, 100]);
    expect(
      itemsIn('Rubrik\tAnslutna\nNyhem\t0,5\nUtby\t94').items.map((item) => item['connectedShare']),
    ).toEqual([0.5, 94]);
  });

  test('finds a heading however its letters were composed, and takes no other for it', () => {
    expect(itemsIn('Rubrik\tHusha\u030all\nHabo\t5').items).toMatchObject([{ title: 'Habo', households: 5 }]);
    expect(itemsIn('Rubrik\tKälla\tHushall\nHabo\tPTS\t5').items).toMatchObject([
      { description: 'Hushall: 5' },
    ]);
  });
});

describe('objects that another program may have written', () => {
  test('are left out when they are none, and lose the fields that are none', () => {
    const note = {
      id: 'a1',
      kind: 'note',
      box: [0, 0, 200, 160],
      fields: { text: 'Hej', meaning: 'nonsense', order: 'x' },
    };
    expect(readCopied(note)).toEqual([{ ...note, fields: { text: 'Hej' } }]);
    expect(readCopied({ ...note, id: '<b>' })).toEqual([]);
    expect(readCopied({ ...note, kind: 'toString' })).toEqual([]);
    expect(readCopied({ ...note, box: [0, 0, 0, NaN] })).toEqual([]);
    expect(readCopied(null)).toEqual([]);
  });
});
