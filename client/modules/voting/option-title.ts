import { titleOf, type BoardObject } from '#shared/content/board-object.ts';
import { OPTION_TITLE_MAX } from '#shared/protocol/limits.ts';

/** A card's title as a poll's option: the label people use in the room, then the title. Empty for a card without either. */
export function optionTitle(card: BoardObject): string {
  const label = oneLine(card.fields.label);
  const title = oneLine(titleOf(card));
  return clip([label, title].filter((part) => part !== '').join('. '));
}

const oneLine = (text: unknown): string =>
  typeof text === 'string' ? text.replaceAll(/\s+/gu, ' ').trim() : '';

/** Cut between characters, not inside one. */
function clip(title: string): string {
  if (title.length <= OPTION_TITLE_MAX) return title;
  const kept = title.slice(0, OPTION_TITLE_MAX - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept.trimEnd()}…`;
}
