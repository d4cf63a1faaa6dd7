import { titleOf } from '#shared/content/board-object.ts';
import { drawColor, drawTint } from './draw-colors.ts';
import type { Painter } from './painter.ts';
import { titlePassage } from './paint-words-card.ts';
import { paintPassages } from './passages.ts';

const TINT = 0.38;
const LINE = { width: 1.5, alpha: 0.65 } as const;
const PADDING = { across: 16, down: 10 } as const;
const TITLE = 24;

export const paintFrame: Painter = (canvas, object, box, look) => {
  const [x, y, width, height] = box;
  canvas.beginPath();
  canvas.roundRect(x, y, width, height, 10);
  canvas.fillStyle = drawTint(object, look);
  canvas.globalAlpha = TINT;
  canvas.fill();
  canvas.strokeStyle = drawColor(object, look);
  canvas.lineWidth = Math.max(LINE.width, look.pixel);
  canvas.globalAlpha = LINE.alpha;
  canvas.stroke();
  canvas.globalAlpha = 1;
  if (look.detail !== 'words') return;
  const color = drawColor(object, look);
  const title = { ...titlePassage(titleOf(object), look), size: TITLE, color, linesMost: 1 };
  const room = width - 2 * PADDING.across;
  paintPassages(canvas, object, [title], [x + PADDING.across, y + PADDING.down, room, TITLE * 1.2], look);
};
