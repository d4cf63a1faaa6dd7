import { describe, expect, test } from 'vitest';
import type { MountStep } from '#client/board/core/mounted-objects.ts';
import { BoardContents } from '#client/board/board-contents.ts';
import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage } from '../page-model/local-page.ts';

const VIEW: Box = [0, 0, 1000, 800];
const NOTHING: ReadonlySet<ObjectId> = new Set();

const PACE = { most: 250, perFrame: 16 } as const;

const stepOf = (view: Box, change: Partial<MountStep> = {}): MountStep => ({
  view,
  pinned: NOTHING,
  pace: PACE,
  isLegible: true,
  isPaused: false,
  holdsOrder: false,
  ...change,
});

/** As many frames as it takes. */
const settle = (contents: BoardContents, view: Box, change: Partial<MountStep> = {}): number => {
  let frames = 1;
  while (contents.step(stepOf(view, change))) frames += 1;
  return frames;
};

describe('what lies on the board', () => {
  test('only what is near the view is mounted, whatever the size of the board', () => {
    const { page } = openLocalPage('alice');
    for (let i = 0; i < 400; i += 1)
      page.add('note', { box: [(i % 20) * 300, Math.floor(i / 20) * 300, 200, 160] });
    const contents = new BoardContents(page, () => undefined);
    settle(contents, VIEW);
    expect(contents.shown.length).toBeGreaterThan(11);
    expect(contents.shown.length).toBeLessThan(60);
    settle(contents, [5000, 5000, 1000, 800]);
    expect(contents.shown.some((id) => (page.object(id)?.box[0] ?? 0) < 1000)).toBe(false);
  });

  test('many cards that come into view at once are made over several frames, the nearest to the eye first', () => {
    const { page } = openLocalPage('alice');
    for (let i = 0; i < 100; i += 1)
      page.add('note', { box: [(i % 10) * 300, Math.floor(i / 10) * 300, 200, 160] });
    const middle = page.add('note', { box: [1400, 1400, 200, 160] });
    const contents = new BoardContents(page, () => undefined);
    const all: Box = [0, 0, 3000, 3000];
    expect(contents.step(stepOf(all))).toBe(true);
    expect(contents.shown).toContain(middle);
    expect(contents.shown.length).toBeLessThan(101);
    expect(settle(contents, all)).toBeGreaterThan(1);
    expect(contents.shown).toHaveLength(101);
  });

  test('what is pinned stays mounted when the view moves on', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('note', { box: [0, 0, 200, 160] });
    const contents = new BoardContents(page, () => undefined);
    settle(contents, [9000, 9000, 100, 100], { pinned: new Set([id]) });
    expect(contents.shown).toEqual([id]);
    settle(contents, [9000, 9000, 100, 100]);
    expect(contents.shown).toEqual([]);
  });

  test('cards are kept in page order, so that no focused card is moved in the document', () => {
    const { page } = openLocalPage('alice');
    const ids = [900, 300, 600, 0].map((x) => page.add('note', { box: [x, 0, 200, 160] }));
    const contents = new BoardContents(page, () => undefined);
    settle(contents, VIEW);
    expect(contents.shown).toEqual(ids);
  });

  test('what is put ahead on the page comes to lie beneath, at once and once somebody who writes has finished', () => {
    const { page } = openLocalPage('alice');
    const [a, b] = [page.add('note', { box: [0, 0, 200, 160] }), page.add('note', { box: [9, 9, 200, 160] })];
    const contents = new BoardContents(page, () => undefined);
    settle(contents, VIEW);
    page.reorder(b, a);
    expect(contents.hit([50, 50])).toBe(a);
    settle(contents, VIEW);
    expect(contents.shown).toEqual([b, a]);

    contents.step(stepOf(VIEW, { holdsOrder: true }));
    page.reorder(a, b);
    const c = page.add('note', { box: [300, 300, 200, 160] });
    contents.step(stepOf(VIEW, { holdsOrder: true }));
    expect(contents.shown).toEqual([b, a, c]);
    settle(contents, VIEW);
    expect(contents.shown).toEqual([a, b, c]);
  });

  test('the topmost object is hit', () => {
    const { page } = openLocalPage('alice');
    const under = page.add('note', { box: [0, 0, 200, 160] });
    const over = page.add('note', { box: [100, 100, 200, 160] });
    const contents = new BoardContents(page, () => undefined);
    expect(contents.hit([150, 120])).toBe(over);
    expect(contents.hit([50, 50])).toBe(under);
    expect(contents.hit([-5, 50])).toBeNull();
    page.remove([over]);
    expect(contents.hit([150, 120])).toBe(under);
  });

  test('a card that has grown around its words is hit where it is seen', () => {
    const { page } = openLocalPage('alice');
    const id = page.add('note', { box: [0, 0, 200, 160] });
    const contents = new BoardContents(page, () => undefined);
    expect(contents.hit([50, 250])).toBeNull();
    contents.measured(id, 300);
    expect(contents.hit([50, 250])).toBe(id);
    expect(page.object(id)?.box).toEqual([0, 0, 200, 160]);
  });

  test('it follows the page: moves, arrivals and departures', () => {
    const { page } = openLocalPage('alice');
    const heard: ObjectId[] = [];
    const contents = new BoardContents(page, (ids) => heard.push(...ids));
    const id = page.add('note', { box: [0, 0, 200, 160] });
    page.setBox(id, [500, 500, 200, 160]);
    expect(contents.hit([550, 550])).toBe(id);
    expect(contents.hit([50, 50])).toBeNull();
    page.remove([id]);
    expect(contents.hit([550, 550])).toBeNull();
    expect(heard).toEqual([id, id, id]);
    contents.destroy();
    page.add('note');
    expect(heard).toHaveLength(3);
  });

  test('people read by rows, though nothing is laid out to the pixel', () => {
    const { page } = openLocalPage('alice');
    const at = (x: number, y: number): ObjectId => page.add('note', { box: [x, y, 200, 160] });
    const [c, a, b, e, d] = [at(440, 10), at(0, 0), at(220, 30), at(230, 190), at(5, 200)];
    const contents = new BoardContents(page, () => undefined);
    expect(contents.readingOrder()).toEqual([a, b, c, d, e]);
  });
});
