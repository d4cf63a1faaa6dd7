import { INK_OPACITY, inkStyleOf, inkWidth } from '../ink/ink-style.ts';
import { strokePath2D } from '../ink/outline.ts';
import { strokePoints } from '../core/stroke-points.ts';
import type { Painter } from './painter.ts';

/** Far out a line is as good as its outline, and much less to fill. */
export const paintStroke: Painter = (canvas, object, box, look) => {
  const style = inkStyleOf(object.fields);
  const color = look.colors[`${style.tool === 'marker' ? 'marker' : 'draw'}-${style.color}`];
  canvas.globalAlpha = INK_OPACITY[style.tool];
  if (look.detail === 'words') {
    const [x, y, width, height] = box;
    canvas.save();
    canvas.translate(x, y);
    canvas.fillStyle = color;
    canvas.fill(strokePath2D(object, width, height));
    canvas.restore();
  } else {
    canvas.strokeStyle = color;
    canvas.lineWidth = Math.max(inkWidth(style), look.pixel);
    canvas.lineCap = 'round';
    canvas.lineJoin = 'round';
    canvas.beginPath();
    for (const [across, down] of strokePoints(object, box)) canvas.lineTo(across, down);
    canvas.stroke();
  }
  canvas.globalAlpha = 1;
};
