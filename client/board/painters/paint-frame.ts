import { titleOf } from '#shared/content/board-object.ts';
import { drawColor } from './draw-colors.ts';
import type { Painter } from './painter.ts';
import { titlePassage } from './paint-words-card.ts';
import { paintPassages } from './passages.ts';

const TINT = 0.06;
const PADDING = 14;

export const paintFrame: Painter = (canvas, object, box, look) => {
  const [x, y, width, height] = box;
  canvas.fillStyle = drawColor(object, look);
  canvas.globalAlpha = TINT;
  canvas.fillRect(x, y, width, height);
  canvas.globalAlpha = 1;
  canvas.strokeStyle = look.colors['line-strong'];
  canvas.lineWidth = Math.max(1, look.pixel);
  canvas.strokeRect(x, y, width, height);
  if (look.detail !== 'words') return;
  const title = { ...titlePassage(titleOf(object), look), linesMost: 1 };
  paintPassages(canvas, object, [title], [x + PADDING, y + PADDING, width - 2 * PADDING, 30], look);
};
