import type { BoardObject, Box } from '#shared/content/board-object.ts';
import { breakLines } from './break-lines.ts';
import { fontOf, LetterWidths, type FontFace } from './letter-widths.ts';
import type { Look } from './look.ts';
import type { Canvas } from './painter.ts';

/** A run of text in one hand. Sizes in board units. */
export interface Passage {
  readonly text: string;
  readonly size: number;
  /** Line height as a share of the size. */
  readonly leading: number;
  readonly color: string;
  readonly face: FontFace;
  /** Air above it, when something stands there. */
  readonly gap?: number;
  readonly linesMost?: number;
  readonly align?: 'start' | 'center';
}

interface Line {
  readonly text: string;
  readonly width: number;
}

/** An object is read anew with each change, so lines kept by the object are never stale. */
const broken = new WeakMap<BoardObject, Map<string, readonly Line[]>>();
const widths = new LetterWidths();

/** Call when fonts have arrived: what was measured before was measured in others. */
export function forgetWidths(): void {
  widths.forget();
}

/** How high the passages stand in this width. */
export const heightOf = (
  canvas: Canvas,
  object: BoardObject,
  passages: readonly Passage[],
  width: number,
): number =>
  passages.reduce((height, passage, i) => {
    const lines = linesOf(canvas, object, passage, width).length;
    return height + lines * passage.size * passage.leading + (i === 0 ? 0 : (passage.gap ?? 0));
  }, 0);

/** Draws passages below each other in the box, as many lines as there is room for. */
export function paintPassages(
  canvas: Canvas,
  object: BoardObject,
  passages: readonly Passage[],
  [x, y, width, height]: Box,
  look: Look,
): void {
  let top = y;
  for (const [i, passage] of passages.entries()) {
    if (i > 0) top += passage.gap ?? 0;
    const step = passage.size * passage.leading;
    canvas.fillStyle = passage.color;
    const lines = linesOf(canvas, object, passage, width);
    // After the lines, since measuring them sets the font.
    if (look.detail === 'words') canvas.font = fontOf(passage.face, passage.size);
    for (const line of lines) {
      if (top + step > y + height + 1) return;
      const left = passage.align === 'center' ? x + (width - line.width) / 2 : x;
      paintLine(canvas, line, passage, left, top, look);
      top += step;
    }
  }
}

/** A bar stands for a line: as long as it and as heavy to the eye as its letters. */
function paintLine(canvas: Canvas, line: Line, passage: Passage, x: number, top: number, look: Look): void {
  const { size, leading } = passage;
  if (look.detail === 'words') {
    canvas.fillText(line.text, x, top + (size * leading) / 2 + size * 0.35);
    return;
  }
  canvas.globalAlpha = 0.38;
  canvas.fillRect(x, top + size * 0.3, line.width, size * 0.5);
  canvas.globalAlpha = 1;
}

function linesOf(canvas: Canvas, object: BoardObject, passage: Passage, width: number): readonly Line[] {
  const kept = broken.get(object) ?? new Map<string, readonly Line[]>();
  broken.set(object, kept);
  const key = `${passage.size} ${width} ${passage.face.weight} ${passage.text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const widthOf = (part: string): number => widths.of(canvas, part, passage.face) * passage.size;
  const lines = breakLines(passage.text, width, passage.linesMost ?? LINES_MOST, widthOf).map((text) => ({
    text,
    width: widthOf(text),
  }));
  kept.set(key, lines);
  return lines;
}

/** More fit on no card. */
const LINES_MOST = 40;
