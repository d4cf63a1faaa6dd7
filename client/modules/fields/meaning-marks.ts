import type { NoteMeaning } from '#shared/content/kinds/note.ts';

/**
 * The mark of each meaning: a path for a 20 × 20 grid and a round stroke of 1.5, drawn by us. It stands with the colour and
 * the word, never for them.
 */
export const MEANING_MARKS: Readonly<Record<NoteMeaning, string>> = {
  idea: 'M7.7 13.4a5 5 0 1 1 4.6 0v1.4H7.7zM8.4 17.2h3.2',
  need: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  question: 'M6.8 7.4a3.2 3.2 0 1 1 4.6 2.9c-.9.5-1.4 1-1.4 2.2M10 15.8h.01',
  risk: 'M10 3.5L2.8 16.5h14.4zM10 8.5V12M10 14.2h.01',
  strength: 'M10 16.5V4.5M4.5 9.5L10 4l5.5 5.5M4.5 16.5h11',
};
