import { titleOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { overlaps } from '#shared/geometry/box.ts';
import { toScreen, viewBox, type Camera, type ViewSize } from '../core/camera.ts';
import { fontOf } from '../painters/letter-widths.ts';
import type { Look } from '../painters/look.ts';
import type { Canvas } from '../painters/painter.ts';
import { placedOf, standings } from '../painters/paint-result.ts';

/** Letters as large as their place allows within these, CSS pixels. */
const LETTERS = { least: 11, most: 22 } as const;
/** Narrower on the screen than this, and a label would say nothing but that it is one. */
const PLACE_LEAST = 56;
const PADDING = 6;

export interface FarLabel {
  readonly box: Box;
  /** The first is what the place is called; the others say what is in it. */
  readonly lines: readonly string[];
}

/** What a frame says from afar: what it is called and how much is in it. */
export const frameLabel = (frame: BoardObject, box: Box, inWords: string): FarLabel => ({
  box,
  lines: [titleOf(frame), inWords].filter((line) => line !== ''),
});

/** What a result says from afar: what was asked and what came first. */
export function resultLabel(object: BoardObject, box: Box): FarLabel | null {
  const placed = placedOf(object);
  return placed === null ? null : { box, lines: [placed.question, ...standings(placed).slice(0, 3)] };
}

/** Draws what a board is known by in letters that can be read, over the picture of what cannot. The canvas is in CSS pixels. */
export function paintFarLabels(
  canvas: Canvas,
  labels: Iterable<FarLabel>,
  camera: Camera,
  size: ViewSize,
  look: Pick<Look, 'colors' | 'fonts'>,
): void {
  const view = viewBox(camera, size);
  canvas.textBaseline = 'alphabetic';
  for (const label of labels) if (overlaps(label.box, view)) paintLabel(canvas, label, camera, look);
}

function paintLabel(
  canvas: Canvas,
  { box, lines }: FarLabel,
  camera: Camera,
  look: Pick<Look, 'colors' | 'fonts'>,
): void {
  const [left, y] = toScreen(camera, [box[0], box[1]]);
  // A place that reaches out of the view to the left says what it is called at the edge of the view.
  const x = Math.max(0, left);
  const width = left + box[2] * camera.zoom - x;
  if (width < PLACE_LEAST) return;
  const letters = Math.min(LETTERS.most, Math.max(LETTERS.least, width / 12));
  const step = letters * 1.3;
  const fitting = lines.slice(0, Math.max(1, Math.floor((box[3] * camera.zoom - PADDING) / step)));
  const written = fitting.map((line, i) => {
    canvas.font = fontOf({ family: look.fonts.display, weight: i === 0 ? 600 : 400 }, letters);
    return { text: shortened(canvas, line, width - 3 * PADDING), font: canvas.font };
  });
  const widest = Math.max(...written.map(({ text, font }) => widthIn(canvas, text, font)));
  canvas.fillStyle = look.colors.surface;
  canvas.beginPath();
  canvas.roundRect(x, y, widest + 2 * PADDING, written.length * step + PADDING, 4);
  canvas.fill();
  canvas.fillStyle = look.colors.ink;
  for (const [i, { text, font }] of written.entries()) {
    canvas.font = font;
    canvas.fillText(text, x + PADDING, y + i * step + letters + PADDING / 2);
  }
}

function widthIn(canvas: Canvas, text: string, font: string): number {
  canvas.font = font;
  return canvas.measureText(text).width;
}

function shortened(canvas: Canvas, text: string, width: number): string {
  const full = canvas.measureText(text).width;
  if (full <= width) return text;
  const letters = Math.max(1, Math.floor((text.length * width) / full) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}
