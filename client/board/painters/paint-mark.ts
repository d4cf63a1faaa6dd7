import type { Box } from '#shared/content/board-object.ts';
import type { Canvas } from './painter.ts';

/** Marks are drawn by us for a grid of 20 by 20, with a round stroke of this width. */
const GRID = 20;
const LINE = 1.5;

const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  const known = paths.get(data) ?? new Path2D(data);
  paths.set(data, known);
  return known;
}

export function paintMark(
  canvas: Canvas,
  data: string,
  [x, y, width, height]: Box,
  { color, fill }: { readonly color: string; readonly fill?: string },
): void {
  canvas.save();
  canvas.translate(x, y);
  canvas.scale(width / GRID, height / GRID);
  canvas.lineWidth = LINE;
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  if (fill !== undefined) {
    canvas.fillStyle = fill;
    canvas.fill(pathOf(data));
  }
  canvas.strokeStyle = color;
  canvas.stroke(pathOf(data));
  canvas.restore();
}
