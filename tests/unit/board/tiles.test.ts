import { describe, expect, test } from 'vitest';
import { TileCache } from '#client/board/tiles/tile-cache.ts';
import {
  above,
  below,
  levelFor,
  nameOf,
  tileBox,
  tilesOver,
  TILE_SIZE,
} from '#client/board/tiles/tile-grid.ts';
import { TileLayer, type TileFrame, type TileOptions } from '#client/board/tiles/tile-layer.ts';
import { KINDS, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { overlaps } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { RecordingCanvas } from './recording-canvas.ts';

const TILE_PIXELS = TILE_SIZE ** 2;
const key = (x: number, y = 0, level = 0) => ({ level, x, y });

describe('the grid of tiles', () => {
  test('the tiles over a view cover it without overlapping', () => {
    const view: Box = [-700, 130, 1500, 900];
    const tiles = tilesOver(view, -1).map(tileBox);
    for (const [i, tile] of tiles.entries()) {
      expect(overlaps(tile, view)).toBe(true);
      for (const other of tiles.slice(i + 1)) expect(overlaps(tile, other)).toBe(false);
    }
    const area = tiles.reduce((sum, [, , width, height]) => sum + width * height, 0);
    expect(area).toBeGreaterThanOrEqual(view[2] * view[3]);
  });

  test('a coarser tile shows what its four finer ones do, left of nought as well', () => {
    for (const tile of [key(0), key(-3, 5, -2), key(7, -1, 1)])
      for (const finer of below(tile)) expect(above(finer)).toEqual(tile);
    expect(above(key(-1, -1), 3)).toEqual(key(-1, -1, -3));
  });

  test('the level is the one that is stretched least', () => {
    expect([1, 0.6, 0.5, 0.3, 0.2, 0.1].map(levelFor)).toEqual([0, -1, -1, -2, -2, -3]);
  });
});

describe('tiles that are kept', () => {
  const cacheOf = () => {
    let made = 0;
    const cache = new TileCache(() => (made += 1));
    return { cache, made: () => made };
  };

  test('a new tile is dirty all over; once painted, only where something changes', () => {
    const { cache } = cacheOf();
    expect(cache.use(key(0)).dirty).toEqual([tileBox(key(0))]);
    cache.painted(key(0));
    expect(cache.use(key(0)).dirty).toEqual([]);
    cache.invalidate([500, 0, 100, 100]);
    expect(cache.use(key(0)).dirty).toEqual([[500, 0, 100, 100]]);
    cache.invalidate([5_000, 0, 100, 100]);
    expect(cache.use(key(0)).dirty).toHaveLength(1);
  });

  test('many changes in one tile become one place that holds them all', () => {
    const { cache } = cacheOf();
    cache.use(key(0));
    cache.painted(key(0));
    for (let i = 0; i < 40; i += 1) cache.invalidate([i * 10, i * 5, 8, 8]);
    const { dirty } = cache.use(key(0));
    expect(dirty.length).toBeLessThan(8);
    for (let i = 0; i < 40; i += 1)
      expect(dirty.some((box) => overlaps(box, [i * 10, i * 5, 8, 8]))).toBe(true);
  });

  test('the least used are forgotten beyond the budget, never those on screen', () => {
    const { cache } = cacheOf();
    for (let x = 0; x < 10; x += 1) cache.use(key(x));
    cache.use(key(1));
    cache.trim(4 * TILE_PIXELS, new Set([nameOf(key(0))]));
    expect(cache.size).toBe(4);
    expect([0, 1, 8, 9].map((x) => cache.peek(key(x)) !== undefined)).toEqual([true, true, true, true]);
    cache.trim(0, new Set([nameOf(key(0)), nameOf(key(9))]));
    expect(cache.size).toBe(2);
  });

  test('surfaces are used again', () => {
    const { cache, made } = cacheOf();
    for (let x = 0; x < 4; x += 1) cache.use(key(x));
    cache.trim(0, new Set());
    for (let x = 4; x < 8; x += 1) cache.use(key(x));
    expect(made()).toBe(4);
  });
});

describe('the picture of a board', () => {
  const note = (id: string, box: Box): BoardObject => ({
    id: id as ObjectId,
    kind: 'note',
    box,
    order: id,
    author: 'alice',
    createdAt: 0,
    deletedAt: null,
    fields: Object.fromEntries(KINDS.note.fields.map((field) => [field.key, ''])),
  });

  /** A board of notes side by side, each painting of which takes so many milliseconds. */
  const layerOf = (notes: BoardObject[], cost = 0) => {
    let now = 0;
    const surfaces: RecordingCanvas[] = [];
    const options: TileOptions = {
      paintedIn: (area) => {
        now += cost;
        return notes.filter(({ box }) => overlaps(box, area)).map((object) => ({ object, box: object.box }));
      },
      makeSurface: () => {
        const canvas = new RecordingCanvas();
        surfaces.push(canvas);
        return { image: canvas.image, canvas };
      },
      now: () => now,
      pixelsMost: 64 * TILE_PIXELS,
    };
    return { layer: new TileLayer(options), painted: () => surfaces.flatMap((canvas) => canvas.filled) };
  };

  const frame: TileFrame = {
    camera: { x: 0, y: 0, zoom: 0.0625 },
    size: { width: 1_000, height: 500 },
    ratio: 1,
    look: {
      colors: new Proxy({} as TileFrame['look']['colors'], { get: () => '#123456' }),
      fonts: { display: 'serif', text: 'serif' },
      boundOf: () => null,
    },
    paints: true,
  };

  const boxes = Array.from({ length: 20 }, (_, i): Box => [i * 700, (i % 3) * 900, 200, 160]);

  test('everything in view is painted once, and nothing when nothing changes', () => {
    const { layer, painted } = layerOf(boxes.map((box, i) => note(`n${i}`, box)));
    expect(layer.draw(new RecordingCanvas(), frame)).toBe(false);
    const before = painted().length;
    expect(before).toBeGreaterThanOrEqual(20);
    layer.draw(new RecordingCanvas(), { ...frame, camera: { ...frame.camera, x: 40 } });
    expect(painted()).toHaveLength(before);
  });

  test('a note that has moved is painted anew where it was and is, and little else', () => {
    const notes = boxes.map((box, i) => note(`n${i}`, box));
    const { layer, painted } = layerOf(notes);
    layer.draw(new RecordingCanvas(), frame);
    const before = painted().length;
    const to: Box = [100, 2_600, 200, 160];
    notes[0] = note('n0', to);
    layer.changed(boxes[0] ?? null, to);
    layer.draw(new RecordingCanvas(), frame);
    expect(painted()).toContainEqual(to);
    expect(painted().length - before).toBeLessThan(4);
  });

  test('painting stops when the frame’s time is used, goes on in the next, and shows what there is meanwhile', () => {
    const { layer } = layerOf(
      boxes.map((box, i) => note(`n${i}`, box)),
      4,
    );
    const wide = { ...frame, size: { width: 2_000, height: 1_500 } };
    let frames = 1;
    const first = new RecordingCanvas();
    expect(layer.draw(first, wide)).toBe(true);
    while (layer.draw(new RecordingCanvas(), wide)) frames += 1;
    expect(frames).toBeGreaterThan(2);
    expect(first.drawn).toBeGreaterThan(0);
    const finer = new RecordingCanvas();
    layer.draw(finer, { ...wide, camera: { x: 0, y: 0, zoom: 0.25 }, paints: false });
    expect(finer.drawn).toBeGreaterThan(0);
  });

  test('what has an element is left out of the picture, and comes back into it', () => {
    const { layer, painted } = layerOf([note('n0', [0, 0, 200, 160])]);
    layer.draw(new RecordingCanvas(), frame);
    expect(painted()).toHaveLength(1);
    const where = (): Box => [0, 0, 200, 160];
    layer.omit(new Set(['n0' as ObjectId]), where);
    layer.draw(new RecordingCanvas(), frame);
    expect(painted()).toHaveLength(1);
    layer.omit(new Set(), where);
    layer.draw(new RecordingCanvas(), frame);
    expect(painted()).toHaveLength(2);
  });
});
