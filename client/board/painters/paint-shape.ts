import { titleOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { SHAPE_FORMS } from '#shared/content/kinds/shape.ts';
import { shapeOutline } from '#shared/content/shape-outline.ts';
import { dashesOf, drawColor, drawTint } from './draw-colors.ts';
import type { Look } from './look.ts';
import type { Canvas, Painter } from './painter.ts';
import { heightOf, paintPassages, type Passage } from './passages.ts';
import { turned } from './turned.ts';

const LINE_WIDTH = 2;

export const paintShape: Painter = (canvas, object, box, look) =>
  turned(canvas, object, box, () => {
    const form = SHAPE_FORMS.find((each) => each === object.fields['form']) ?? 'rectangle';
    const fill = object.fields['fill'];
    const color = drawColor(object, look);
    const [x, y, width, height] = box;
    const outline = new Path2D(shapeOutline(form, width, height));
    canvas.save();
    canvas.translate(x, y);
    if (fill === 'tint' || fill === 'solid') {
      canvas.fillStyle = fill === 'tint' ? drawTint(object, look) : color;
      canvas.fill(outline);
    }
    canvas.strokeStyle = color;
    canvas.lineWidth = Math.max(LINE_WIDTH, look.pixel);
    canvas.setLineDash([...dashesOf(object)]);
    canvas.stroke(outline);
    canvas.restore();
    if (look.detail !== 'forms') paintWords(canvas, object, box, look);
  });

function paintWords(canvas: Canvas, object: BoardObject, [x, y, width, height]: Box, look: Look): void {
  const passage: Passage = {
    text: titleOf(object),
    size: 17,
    leading: 1.3,
    color: object.fields['fill'] === 'solid' ? look.colors.surface : look.colors.ink,
    face: { family: look.fonts.text, weight: 400 },
    align: 'center',
  };
  const room = width * 0.72;
  const high = Math.min(height, heightOf(canvas, object, [passage], room));
  paintPassages(
    canvas,
    object,
    [passage],
    [x + (width - room) / 2, y + (height - high) / 2, room, high],
    look,
  );
}
