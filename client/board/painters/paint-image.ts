import { titleOf, type Box } from '#shared/content/board-object.ts';
import type { Painter } from './painter.ts';
import { softPassage } from './paint-words-card.ts';
import { paintPassages } from './passages.ts';
import { turned } from './turned.ts';

const PADDING = 10;

/** The picture; while it has not been fetched, its place and what it shows in words. */
export const paintImage: Painter = (canvas, object, box, look) =>
  turned(canvas, object, box, () => {
    const [x, y, width, height] = box;
    const picture = look.pictureOf?.(object) ?? null;
    if (picture !== null) {
      canvas.drawImage(picture, x, y, width, height);
      return;
    }
    canvas.fillStyle = look.colors['surface-sunk'];
    canvas.fillRect(x, y, width, height);
    canvas.strokeStyle = look.colors['line-strong'];
    canvas.lineWidth = look.pixel;
    canvas.strokeRect(x, y, width, height);
    if (look.detail === 'forms') return;
    const room: Box = [x + PADDING, y + PADDING, width - 2 * PADDING, height - 2 * PADDING];
    paintPassages(canvas, object, [softPassage(titleOf(object), look)], room, look);
  });
