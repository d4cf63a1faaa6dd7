import { describe, expect, test } from 'vitest';
import { convertedFields } from '#client/board/commands/converted-fields.ts';
import { mergedText } from '#client/board/merge/merge-objects.ts';
import { nearEqual } from '#client/board/merge/near-equal.ts';
import type { BoardObject, FieldValue, Kind } from '#shared/content/board-object.ts';
import { inventory } from '#shared/i18n/sv/inventory.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';

const object = (kind: Kind, fields: Readonly<Record<string, FieldValue>>): BoardObject => ({
  id: 'o' as ObjectId,
  kind,
  box: [0, 0, 200, 160],
  order: 'a0',
  author: 'alice',
  createdAt: 1,
  deletedAt: null,
  fields,
});

const heapsOf = (...texts: readonly string[]) => nearEqual(texts.map((text) => ({ id: text, text })));

describe('texts that say nearly the same', () => {
  test('are found whatever their case, signs and endings', () => {
    expect(heapsOf('Fiber till byn', 'Kopparnätet stängs', 'fiber till byn!', 'Fiber till byarna')).toEqual([
      ['Fiber till byn', 'fiber till byn!', 'Fiber till byarna'],
    ]);
  });

  test('are not taken for others: short words, empty ones, the same beginning', () => {
    expect(heapsOf('Habo', 'Håbo', '', ' ', 'Fiber till byn', 'Fiber till alla kommunens skolor')).toEqual(
      [],
    );
  });

  test('that are equal are found among ten thousand that are all a little alike, without a standstill', () => {
    const words = ['fiber', 'skola', 'mobil', 'väg', 'by', 'nät', 'mast', 'schakt', 'tomt', 'kommun'];
    const word = (n: number) => words[n % words.length] ?? '';
    const texts = Array.from({ length: 10_000 }, (_, i) =>
      [i, i / 10, i / 100, i / 1_000].map((n) => word(Math.floor(n))).join(`${i}`),
    );
    const heaps = heapsOf(...texts, `${texts[77] ?? ''}!`);
    expect(heaps.some((heap) => heap.includes(texts[77] ?? '') && heap.includes(`${texts[77] ?? ''}!`))).toBe(
      true,
    );
  });
});

describe('merging', () => {
  test('adds what differs and not what is said already', () => {
    const heap = ['Fiber', 'fiber.', 'Fibrer', 'Fibrer!'].map((text) => object('note', { text }));
    expect(mergedText(heap)).toEqual({ key: 'text', text: 'Fiber\nFibrer' });
    const items = [
      object('item', { title: 'Nyhem', description: 'Norra' }),
      object('item', { title: 'nyhem', description: 'Södra' }),
    ];
    expect(mergedText(items)).toEqual({ key: 'description', text: 'Norra\nSödra' });
  });

  test('is refused when the text would be cut off', () => {
    const long = ['a', 'b'].map((sign) => object('note', { text: sign.repeat(OBJECT_TEXT_MAX) }));
    expect(mergedText(long)).toBeNull();
  });
});

describe('turning one kind into another', () => {
  test('a note’s first line is the title, the rest the description', () => {
    const note = object('note', { text: 'Fiber till byn\nföre jul', meaning: 'need' });
    expect(convertedFields(note, 'item', inventory, 'sv')).toEqual({
      title: 'Fiber till byn',
      description: 'före jul\nMärkning: Behov',
    });
  });

  test('an item loses none of its fields', () => {
    const item = object('item', {
      title: 'Nyhem',
      description: 'Norra',
      households: 3_100,
      category: 'mobile',
    });
    const text = convertedFields(item, 'note', inventory, 'sv')?.['text'];
    expect(text).toMatch(/^Nyhem\nNorra\n/);
    expect(text).toMatch(/Antal hushåll: 3\s100/);
    expect(text).toMatch(/Kategori: Mobiltäckning/);
  });

  test('is refused when the text would be cut off', () => {
    const item = object('item', { title: 'a'.repeat(OBJECT_TEXT_MAX), description: 'b' });
    expect(convertedFields(item, 'note', inventory, 'sv')).toBeNull();
  });
});
