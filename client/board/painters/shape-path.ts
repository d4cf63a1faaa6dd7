import type { Box } from '#shared/content/board-object.ts';
import type { ShapeForm } from '#shared/content/kinds/shape.ts';
import type { Canvas } from './painter.ts';

type Corner = readonly [across: number, down: number];

/** Corners as shares of the box. */
const CORNERS: Readonly<Partial<Record<ShapeForm, readonly Corner[]>>> = {
  diamond: [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ],
  triangle: [
    [0.5, 0],
    [1, 1],
    [0, 1],
  ],
  hexagon: [
    [0.25, 0],
    [0.75, 0],
    [1, 0.5],
    [0.75, 1],
    [0.25, 1],
    [0, 0.5],
  ],
  arrow: [
    [0, 0.25],
    [0.6, 0.25],
    [0.6, 0],
    [1, 0.5],
    [0.6, 1],
    [0.6, 0.75],
    [0, 0.75],
  ],
  speech: [
    [0, 0],
    [1, 0],
    [1, 0.78],
    [0.45, 0.78],
    [0.2, 1],
    [0.2, 0.78],
    [0, 0.78],
  ],
};

/** Begins the path of a form that fills the box. */
export function traceShape(canvas: Canvas, form: ShapeForm, [x, y, width, height]: Box): void {
  canvas.beginPath();
  const corners = CORNERS[form];
  if (corners !== undefined) {
    for (const [across, down] of corners) canvas.lineTo(x + across * width, y + down * height);
    canvas.closePath();
  } else if (form === 'ellipse') {
    canvas.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
  } else canvas.roundRect(x, y, width, height, form === 'rounded' ? 16 : 0);
}
