import { describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import { sjobacka } from '#shared/modules/demo/sjobacka.ts';
import { boardScene, wrap } from '#shared/report/board-scene.ts';
import { buildReview } from '#shared/report/build-review.ts';
import type { ReviewObject } from '#shared/report/review.ts';
import { replayDemo } from './replay-demo.ts';

function inventory(): readonly ReviewObject[] {
  const { state, events, pages } = replayDemo(sjobacka, 0);
  const review = buildReview(state, events, pages, null);
  const page = review.status === 'ended' ? review.pages.find(({ id }) => id === 'inventory') : undefined;
  return page === undefined || page.withheld ? [] : page.objects;
}

describe('a page as a drawing', () => {
  const scene = boardScene(inventory());

  test('has every object, within its bounds', () => {
    const [left, top, width, height] = scene.bounds;
    expect(scene.cards).toHaveLength(inventory().length);
    for (const { box } of scene.cards) {
      expect(box[0]).toBeGreaterThan(left);
      expect(box[1]).toBeGreaterThan(top);
      expect(box[0] + box[2]).toBeLessThan(left + width);
      expect(box[1] + box[3]).toBeLessThan(top + height);
    }
  });

  test('keeps every line within its card', () => {
    for (const { box, lines } of scene.cards)
      for (const { at } of lines) {
        expect(at[0]).toBeGreaterThan(box[0]);
        expect(at[1]).toBeLessThanOrEqual(box[1] + box[3]);
      }
  });

  test('tells that there is more than there was room for', () => {
    const note = must(inventory()[0], 'a note');
    const long = { ...note, fields: { text: 'ord '.repeat(400), meaning: '' } };
    const lines = boardScene([long]).cards[0]?.lines ?? [];
    expect(lines.at(-1)?.text).toMatch(/ord …$/);
  });

  test('of an empty page is empty', () => {
    expect(boardScene([])).toEqual({ bounds: [0, 0, 80, 80], cards: [] });
  });
});

describe('wrapping', () => {
  test('breaks at spaces and at line breaks', () => {
    expect(wrap('ett två tre\nfyra', 8)).toEqual(['ett två', 'tre', 'fyra']);
  });

  test('cuts a word that is longer than the line', () => {
    expect(wrap('abcdefghij kl', 4)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
  });

  test('loses nothing of what was written', () => {
    const text = 'Kommunen bygger ut bredbandsinfrastruktur på landsbygden';
    expect(wrap(text, 9).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });
});
