import { drawColor } from './draw-colors.ts';
import type { Painter } from './painter.ts';

/** Below the size at which marks can be told apart: a spot in the stamp's colour. */
export const paintStamp: Painter = (canvas, object, [x, y, width, height], look) => {
  canvas.fillStyle = drawColor(object, look);
  canvas.beginPath();
  canvas.ellipse(x + width / 2, y + height / 2, width * 0.4, height * 0.4, 0, 0, 2 * Math.PI);
  canvas.fill();
};
