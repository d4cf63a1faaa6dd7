import { describe, expect, test } from 'vitest';
import { LevelOfDetail } from '#client/board/core/level-of-detail.ts';
import { MountedObjects, type MountStep } from '#client/board/core/mounted-objects.ts';
import { SpatialIndex } from '#client/board/core/spatial-index.ts';
import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

const VIEW: Box = [0, 0, 4_000, 3_000];

const boardOf = (count: number) => {
  const index = new SpatialIndex();
  const ids = Array.from({ length: count }, (_, i) => `n${String(i).padStart(4, '0')}` as ObjectId);
  index.load(ids.map((id, i) => [id, [(i % 30) * 130, Math.floor(i / 30) * 100, 120, 90]]));
  return { index, ids, mounted: new MountedObjects(index, (a, b) => (a < b ? -1 : 1)) };
};

const stepOf = (change: Partial<MountStep> = {}): MountStep => ({
  view: VIEW,
  pinned: new Set(),
  pace: { most: 250, perFrame: 16 },
  isLegible: true,
  isPaused: false,
  holdsOrder: false,
  ...change,
});

const settle = (mounted: MountedObjects, change: Partial<MountStep> = {}): void => {
  while (mounted.step(stepOf(change)));
};

describe('which objects have an element', () => {
  test('never more than the device can bear, and those nearest to the eye', () => {
    const { mounted, index } = boardOf(900);
    settle(mounted);
    expect(mounted.shown).toHaveLength(250);
    expect(mounted.covers(VIEW)).toBe(false);
    const [middle] = index.within([2_000, 1_500, 1, 1]);
    expect(mounted.shown).toContain(middle);
  });

  test('so many a frame and no more, coming and going', () => {
    const { mounted } = boardOf(200);
    mounted.step(stepOf());
    expect(mounted.shown).toHaveLength(16);
    settle(mounted);
    expect(mounted.shown).toHaveLength(200);
    expect(mounted.covers(VIEW)).toBe(true);
    mounted.step(stepOf({ isLegible: false }));
    expect(mounted.shown).toHaveLength(184);
  });

  test('what is pinned has one also where nothing can be read, and at once', () => {
    const { mounted, ids } = boardOf(200);
    const pinned = new Set(ids.slice(100, 140));
    mounted.step(stepOf({ isLegible: false, pinned }));
    expect(mounted.shown).toEqual(ids.slice(100, 140));
  });

  test('nothing comes or goes while a gesture zooms, but what a hand takes hold of', () => {
    const { mounted, ids } = boardOf(200);
    settle(mounted);
    const before = mounted.shown;
    expect(mounted.step(stepOf({ isPaused: true, isLegible: false, view: [9_000, 0, 10, 10] }))).toBe(false);
    expect(mounted.shown).toBe(before);
    const { mounted: none } = boardOf(200);
    none.step(stepOf({ isPaused: true, pinned: new Set(ids.slice(0, 1)) }));
    expect(none.shown).toEqual(ids.slice(0, 1));
  });

  test('what has gone from the page goes at once, also in mid-gesture', () => {
    const { mounted, index, ids } = boardOf(40);
    settle(mounted);
    for (const id of ids.slice(0, 30)) index.delete(id);
    mounted.step(stepOf({ isPaused: true }));
    expect(mounted.shown).toEqual(ids.slice(30));
  });
});

test('what can be read changes with a gap between on and off', () => {
  const detail = new LevelOfDetail();
  const seen = [1, 0.45, 0.41, 0.39, 0.41, 0.45, 0.49, 0.51, 0.45].map((zoom) => {
    detail.settle(zoom);
    return detail.isLegible;
  });
  expect(seen).toEqual([true, true, true, false, false, false, false, true, true]);
});
