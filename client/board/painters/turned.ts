import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { center } from '#shared/geometry/box.ts';
import type { Canvas } from './painter.ts';

/** Draws about the middle of the box, turned as the object is. */
export function turned(canvas: Canvas, object: BoardObject, box: Box, paint: () => void): void {
  const degrees = object.fields['rotation'];
  if (typeof degrees !== 'number' || degrees === 0) return paint();
  const [x, y] = center(box);
  canvas.save();
  canvas.translate(x, y);
  canvas.rotate((degrees * Math.PI) / 180);
  canvas.translate(-x, -y);
  paint();
  canvas.restore();
}
