import type { BoardObject, Box } from '#shared/content/board-object.ts';
import type { Look } from './look.ts';
import { paintSheet } from './card-sheet.ts';
import type { Canvas } from './painter.ts';
import { paintPassages, type Passage } from './passages.ts';

const PADDING = 16;

/** A card of passages below each other. */
export function paintWordsCard(
  canvas: Canvas,
  object: BoardObject,
  box: Box,
  look: Look,
  passages: readonly Passage[],
): void {
  paintSheet(canvas, box, look, { fill: look.colors.surface, line: look.colors.line });
  if (look.detail === 'forms') return;
  const [x, y, width, height] = box;
  const room: Box = [x + PADDING, y + PADDING, width - 2 * PADDING, height - 2 * PADDING];
  const written = passages.filter(({ text }) => text.trim() !== '');
  paintPassages(canvas, object, written, room, look);
}

export const titlePassage = (text: string, look: Look): Passage => ({
  text,
  size: 19,
  leading: 1.2,
  color: look.colors.ink,
  face: { family: look.fonts.display, weight: 600 },
  gap: 8,
  linesMost: 10,
});

export const textPassage = (text: string, look: Look): Passage => ({
  text,
  size: 14.5,
  leading: 1.35,
  color: look.colors.ink,
  face: { family: look.fonts.text, weight: 400 },
  gap: 8,
  linesMost: 3,
});

export const softPassage = (text: string, look: Look): Passage => ({
  ...textPassage(text, look),
  size: 13,
  color: look.colors['ink-soft'],
  gap: 4,
});
