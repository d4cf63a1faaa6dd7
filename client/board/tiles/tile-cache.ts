import type { Box } from '#shared/content/board-object.ts';
import { around, overlaps } from '#shared/geometry/box.ts';
import { nameOf, TILE_SIZE, tileBox, type TileKey } from './tile-grid.ts';

/** More dirty places than this in one tile are one place, which holds them all. */
const DIRTY_MOST = 6;

/** A painted part of the board. */
export interface Tile<Surface> extends TileKey {
  readonly surface: Surface;
  readonly box: Box;
  /** Parts that are out of date; board units. A new tile is dirty all over. */
  readonly dirty: readonly Box[];
  /** There is something on it, up to date or not. */
  readonly isPainted: boolean;
}

/** Tiles painted before, the least used forgotten first: a browser gives a page so much room for pictures and then fails it. */
export class TileCache<Surface> {
  readonly #makeSurface: () => Surface;
  /** In the order of their last use. */
  readonly #tiles = new Map<string, Tile<Surface>>();
  /** Surfaces of forgotten tiles, to be painted over: making one costs more than clearing it. */
  readonly #spare: Surface[] = [];

  constructor(makeSurface: () => Surface) {
    this.#makeSurface = makeSurface;
  }

  get size(): number {
    return this.#tiles.size;
  }

  /** The tile if there is one, without making it seem used. */
  peek(key: TileKey): Tile<Surface> | undefined {
    return this.#tiles.get(nameOf(key));
  }

  /** The tile, new if need be, as the last used one. */
  use(key: TileKey): Tile<Surface> {
    const name = nameOf(key);
    const tile = this.#tiles.get(name) ?? this.#make(key);
    this.#tiles.delete(name);
    this.#tiles.set(name, tile);
    return tile;
  }

  /** The whole tile is up to date. */
  painted(key: TileKey): void {
    this.#change(key, { dirty: [], isPainted: true });
  }

  /** Something has changed here. */
  invalidate(box: Box): void {
    for (const tile of this.#tiles.values())
      if (tile.isPainted && overlaps(tile.box, box)) this.#change(tile, { dirty: withBox(tile.dirty, box) });
  }

  /** Everything looks different. What was painted is shown until it is painted anew. */
  invalidateAll(): void {
    for (const tile of this.#tiles.values()) this.#change(tile, { dirty: [tile.box] });
  }

  /** Forgets the least used tiles beyond this many pixels; never those `kept` by name, which are on screen. */
  trim(pixelsMost: number, kept: ReadonlySet<string>): void {
    const most = Math.floor(pixelsMost / TILE_SIZE ** 2);
    for (const [name, { surface }] of this.#tiles) {
      if (this.#tiles.size <= most) return;
      if (kept.has(name)) continue;
      this.#tiles.delete(name);
      if (this.#spare.length < SPARE_MOST) this.#spare.push(surface);
    }
  }

  #make(key: TileKey): Tile<Surface> {
    const box = tileBox(key);
    const surface = this.#spare.pop() ?? this.#makeSurface();
    return { ...key, box, surface, dirty: [box], isPainted: false };
  }

  #change(key: TileKey, change: Partial<Pick<Tile<Surface>, 'dirty' | 'isPainted'>>): void {
    const tile = this.#tiles.get(nameOf(key));
    if (tile !== undefined) this.#tiles.set(nameOf(key), { ...tile, ...change });
  }
}

const SPARE_MOST = 4;

function withBox(boxes: readonly Box[], box: Box): readonly Box[] {
  const more = [...boxes, box];
  return more.length <= DIRTY_MOST ? more : [around(more) ?? box];
}
