import type { BoardObject } from '#shared/content/board-object.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { Painter } from './painter.ts';
import { paintWordsCard, textPassage, titlePassage } from './paint-words-card.ts';

/** Written by the server, complete and once. */
export const placedOf = (object: BoardObject): PlacedResult | null =>
  object.fields['placed'] as PlacedResult | null;

export const paintResult: Painter = (canvas, object, box, look) => {
  const placed = placedOf(object);
  if (placed === null) return;
  paintWordsCard(canvas, object, box, { ...look, colors: { ...look.colors, line: look.colors.accent } }, [
    titlePassage(placed.question, look),
    ...standings(placed).map((line) => textPassage(line, look)),
  ]);
};

/** The options, the first first, with their votes where each ballot named one. */
export function standings({ options, result: { tally } }: PlacedResult): readonly string[] {
  const nameOf = (id: string): string => options.find((option) => option.id === id)?.title ?? '';
  if (tally.kind === 'ranking') return tally.borda.order.flat().map((id, i) => `${i + 1}. ${nameOf(id)}`);
  const votesFor = (id: string): number => tally.counts.find(({ option }) => option === id)?.votes ?? 0;
  return tally.order.flat().map((id) => `${votesFor(id)}  ${nameOf(id)}`);
}
