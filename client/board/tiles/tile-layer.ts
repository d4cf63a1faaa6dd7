import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { center, distance, inflate } from '#shared/geometry/box.ts';
import { NO_IDS, type IdSet } from '../core/id-set.ts';
import { viewBox, type Camera, type ViewSize } from '../core/camera.ts';
import { detailAt, type Look } from '../painters/look.ts';
import { PAINTERS } from '../painters/painters.ts';
import type { Canvas } from '../painters/painter.ts';
import { TileCache, type Tile } from './tile-cache.ts';
import { above, below, levelFor, nameOf, scaleOf, TILE_SIZE, tilesOver, type TileKey } from './tile-grid.ts';

/** Of each frame's sixteen milliseconds: the rest is the gesture's. */
const PAINT_MS = 5;

/** Lines and shadows reach so far beyond an object's box, board units. */
const BLEED = 24;

/** How many levels coarser a tile may be and still be better than nothing. */
const COARSER_MOST = 4;

export type TileCanvas = Canvas & Pick<CanvasRenderingContext2D, 'clearRect' | 'setTransform'>;
export type ScreenCanvas = TileCanvas & Pick<CanvasRenderingContext2D, 'drawImage'>;

/** A picture to paint a tile on. */
export interface TileSurface {
  readonly image: CanvasImageSource;
  readonly canvas: TileCanvas;
}

export interface TileOptions {
  /** What lies in a box, the lowest first. */
  paintedIn(area: Box): readonly { readonly object: BoardObject; readonly box: Box }[];
  makeSurface(): TileSurface;
  /** Milliseconds of any clock that runs evenly. */
  now(): number;
  /** Pixels of all tiles together. */
  readonly pixelsMost: number;
}

/** What a frame is drawn by. */
export interface TileFrame {
  readonly camera: Camera;
  readonly size: ViewSize;
  /** Pixels of the screen to a CSS pixel. */
  readonly ratio: number;
  readonly look: Omit<Look, 'detail' | 'pixel'>;
  /** Whether tiles may be painted now; if not, what has been painted before is shown. */
  readonly paints: boolean;
}

/** The board as a picture, painted in tiles: each once, and where something changes. */
export class TileLayer {
  readonly #options: TileOptions;
  readonly #tiles: TileCache<TileSurface>;
  #omitted: IdSet = NO_IDS;

  constructor(options: TileOptions) {
    this.#options = options;
    this.#tiles = new TileCache(() => options.makeSurface());
  }

  /** An object has changed its place or its looks: its boxes before and after, `null` where it was not there. */
  changed(before: Box | null, after: Box | null): void {
    for (const box of [before, after]) if (box !== null) this.#tiles.invalidate(inflate(box, BLEED));
  }

  /** Colours or fonts are others now. */
  repaint(): void {
    this.#tiles.invalidateAll();
  }

  /** What is omitted differs from before: `boxOf` tells where each lies. */
  omit(ids: IdSet, boxOf: (id: BoardObject['id']) => Box | null): void {
    for (const id of ids) if (!this.#omitted.has(id)) this.changed(boxOf(id), null);
    for (const id of this.#omitted) if (!ids.has(id)) this.changed(boxOf(id), null);
    this.#omitted = ids;
  }

  /** Draws the view, and paints what there is time for; returns whether more is to be painted. */
  draw(screen: ScreenCanvas, frame: TileFrame): boolean {
    const view = viewBox(frame.camera, frame.size);
    const keys = tilesOver(view, levelFor(frame.camera.zoom * frame.ratio));
    const more = frame.paints && this.#paint(keys, view, frame);
    const { width, height } = frame.size;
    screen.setTransform(1, 0, 0, 1, 0, 0);
    screen.clearRect(0, 0, Math.ceil(width * frame.ratio), Math.ceil(height * frame.ratio));
    for (const key of keys) this.#show(screen, key, frame);
    return more;
  }

  /** What is out of date on the screen first, then what is missing from its middle outwards. */
  #paint(keys: readonly TileKey[], view: Box, frame: TileFrame): boolean {
    const eye = center(view);
    const due = keys
      .map((key) => this.#tiles.use(key))
      .filter(({ dirty }) => dirty.length > 0)
      .map((tile) => ({ tile, rank: tile.isPainted ? -1 : distance(center(tile.box), eye) }))
      .sort((a, b) => a.rank - b.rank);
    this.#tiles.trim(this.#options.pixelsMost, new Set(keys.map(nameOf)));
    const start = this.#options.now();
    for (const [i, { tile }] of due.entries()) {
      if (i > 0 && this.#options.now() - start > PAINT_MS) return true;
      for (const box of tile.dirty) this.#paintPart(tile, box, frame.look);
      this.#tiles.painted(tile);
    }
    return false;
  }

  #paintPart(tile: Tile<TileSurface>, part: Box, look: TileFrame['look']): void {
    const { canvas } = tile.surface;
    const scale = scaleOf(tile.level);
    const [x, y, width, height] = onPixels(part, scale);
    canvas.save();
    canvas.setTransform(scale, 0, 0, scale, -tile.box[0] * scale, -tile.box[1] * scale);
    canvas.beginPath();
    canvas.rect(x, y, width, height);
    canvas.clip();
    canvas.clearRect(x, y, width, height);
    const detailed: Look = { ...look, detail: detailAt(scale), pixel: 1 / scale };
    for (const { object, box } of this.#options.paintedIn(inflate(part, BLEED)))
      if (!this.#omitted.has(object.id)) PAINTERS[object.kind](canvas, object, box, detailed);
    canvas.restore();
  }

  /** The tile, or a stretched one in its stead. */
  #show(screen: ScreenCanvas, key: TileKey, frame: TileFrame): void {
    const tile = this.#tiles.peek(key);
    if (tile?.isPainted === true) return this.#drawPart(screen, tile, tile, frame);
    for (let levels = 1; levels <= COARSER_MOST; levels += 1) {
      const coarser = this.#tiles.peek(above(key, levels));
      if (coarser?.isPainted === true) return this.#drawPart(screen, coarser, key, frame);
    }
    for (const finer of below(key)) {
      const part = this.#tiles.peek(finer);
      if (part?.isPainted === true) this.#drawPart(screen, part, part, frame);
    }
  }

  /** Draws of a painted tile what the other one, the same or a finer, shows. */
  #drawPart(screen: ScreenCanvas, tile: Tile<TileSurface>, shown: TileKey, frame: TileFrame): void {
    const { camera, ratio } = frame;
    const share = 2 ** (shown.level - tile.level);
    const side = TILE_SIZE / share;
    const [sx, sy] = [(shown.x - tile.x * share) * side, (shown.y - tile.y * share) * side];
    const board = TILE_SIZE / scaleOf(shown.level);
    // Edges on whole pixels, so that no seam shows between neighbours.
    const at = (value: number, from: number): number => Math.round((value - from) * camera.zoom * ratio);
    const [left, right] = [at(shown.x * board, camera.x), at((shown.x + 1) * board, camera.x)];
    const [top, bottom] = [at(shown.y * board, camera.y), at((shown.y + 1) * board, camera.y)];
    screen.drawImage(tile.surface.image, sx, sy, side, side, left, top, right - left, bottom - top);
  }
}

/** Grown to whole pixels, so that what is cleared and what is painted meet without a seam. */
function onPixels([x, y, width, height]: Box, scale: number): Box {
  const down = (value: number): number => Math.floor(value * scale) / scale;
  const up = (value: number): number => Math.ceil(value * scale) / scale;
  return [down(x), down(y), up(x + width) - down(x), up(y + height) - down(y)];
}
