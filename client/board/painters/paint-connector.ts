import { wordsIn } from '#client/modules/fields/field-words.ts';
import type { Point } from '#shared/geometry/box.ts';
import { connectorRoute } from '../connectors/connector-ends.ts';
import { dashesOf, drawColor } from './draw-colors.ts';
import type { Canvas, Painter } from './painter.ts';

const LINE_WIDTH = 2;
const HEAD = 12;

export const paintConnector: Painter = (canvas, object, _box, look) => {
  const { line } = connectorRoute(object, object.box, look.boundOf);
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return;
  canvas.strokeStyle = drawColor(object, look);
  canvas.fillStyle = canvas.strokeStyle;
  canvas.lineWidth = Math.max(LINE_WIDTH, look.pixel);
  canvas.setLineDash([...dashesOf(object)]);
  canvas.beginPath();
  for (const [x, y] of line) canvas.lineTo(x, y);
  canvas.stroke();
  canvas.setLineDash([]);
  if (look.detail === 'forms') return;
  paintHead(canvas, wordsIn(object, 'startHead'), first, line[1] ?? last);
  paintHead(canvas, wordsIn(object, 'endHead'), last, line.at(-2) ?? first);
};

function paintHead(canvas: Canvas, head: string, at: Point, from: Point): void {
  if (head !== 'arrow' && head !== 'dot') return;
  const angle = Math.atan2(at[1] - from[1], at[0] - from[0]);
  canvas.beginPath();
  if (head === 'dot') canvas.ellipse(at[0], at[1], HEAD / 3, HEAD / 3, 0, 0, 2 * Math.PI);
  else
    for (const turn of [0, 2.6, -2.6]) {
      const reach = turn === 0 ? 0 : HEAD;
      canvas.lineTo(at[0] + reach * Math.cos(angle + turn), at[1] + reach * Math.sin(angle + turn));
    }
  canvas.fill();
}
