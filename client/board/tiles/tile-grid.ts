import type { Box } from '#shared/content/board-object.ts';

/** Side of a tile, pixels: large enough that a screen has few, small enough that one is painted within a frame. */
export const TILE_SIZE = 512;

/** Names a tile: `level` is the power of two that a board unit has in pixels. */
export interface TileKey {
  readonly level: number;
  readonly x: number;
  readonly y: number;
}

export const nameOf = ({ level, x, y }: TileKey): string => `${level}/${x}/${y}`;

export const scaleOf = (level: number): number => 2 ** level;

/** The level whose tiles are stretched least at this many pixels a board unit. */
export const levelFor = (scale: number): number => Math.round(Math.log2(scale));

/** What of the board a tile shows. */
export function tileBox({ level, x, y }: TileKey): Box {
  const side = TILE_SIZE / scaleOf(level);
  return [x * side, y * side, side, side];
}

/** The tiles that show this part of the board. */
export function tilesOver([x, y, width, height]: Box, level: number): readonly TileKey[] {
  const side = TILE_SIZE / scaleOf(level);
  const tiles: TileKey[] = [];
  for (let row = Math.floor(y / side); row * side < y + height; row += 1)
    for (let column = Math.floor(x / side); column * side < x + width; column += 1)
      tiles.push({ level, x: column, y: row });
  return tiles;
}

/** The tile of a coarser level that shows this one, among others. */
export const above = ({ level, x, y }: TileKey, levels = 1): TileKey => ({
  level: level - levels,
  x: Math.floor(x / 2 ** levels),
  y: Math.floor(y / 2 ** levels),
});

/** The four tiles of the next finer level that show the same. */
export const below = ({ level, x, y }: TileKey): readonly TileKey[] =>
  [0, 1, 2, 3].map((quarter) => ({
    level: level + 1,
    x: 2 * x + (quarter & 1),
    y: 2 * y + (quarter >> 1),
  }));
