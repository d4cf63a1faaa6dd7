import type { Box } from '#shared/content/board-object.ts';
import type { Look } from './look.ts';
import type { Canvas } from './painter.ts';

interface Sheet {
  readonly fill: string;
  readonly line: string;
  readonly radius?: number;
  /** Board units; never thinner than a pixel. */
  readonly lineWidth?: number;
}

/** The paper of a card. Far out, where a corner is less than a pixel, a plain rectangle: by far the quickest thing to draw. */
export function paintSheet(canvas: Canvas, box: Box, look: Look, sheet: Sheet): void {
  const [x, y, width, height] = box;
  canvas.fillStyle = sheet.fill;
  if (look.detail === 'forms') {
    canvas.fillRect(x, y, width, height);
    return;
  }
  canvas.beginPath();
  canvas.roundRect(x, y, width, height, sheet.radius ?? 6);
  canvas.fill();
  canvas.strokeStyle = sheet.line;
  canvas.lineWidth = Math.max(sheet.lineWidth ?? 1, look.pixel);
  canvas.stroke();
}
