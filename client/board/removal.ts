import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { Question } from './board-desk.svelte.ts';

/** More than these many at once, or more than this share of the page, is asked about first. */
const MANY = 20;
const LARGE_SHARE = 0.1;
/** A share of a small page is a handful that anybody sees go and can bring back. */
const HANDFUL = 5;

export const isMassRemoval = (count: number, onPage: number): boolean =>
  count > MANY || (count > HANDFUL && count > onPage * LARGE_SHARE);

export const removalQuestion = (
  { removal }: BoardMessages['commands'],
  count: number,
  act: () => void,
): Question => ({
  title: removal.title(count),
  text: removal.text,
  answers: [{ label: removal.confirm(count), isGrave: true, act }],
});
