import type { BoardObject } from '#shared/content/board-object.ts';
import { NOTE_MEANINGS, type NoteMeaning } from '#shared/content/kinds/note.ts';

/** What a note is about; `null` for a note without a mark, and for everything that is no note. */
export const meaningOf = (object: BoardObject): NoteMeaning | null =>
  NOTE_MEANINGS.find((meaning) => meaning === object.fields['meaning']) ?? null;
