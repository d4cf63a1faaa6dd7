import type { Field } from '../field.ts';

/** What a note is about, told by colour *and* by a mark and a word: colour alone tells nothing to some. */
export const NOTE_MEANINGS = ['idea', 'need', 'question', 'risk', 'strength'] as const;
export type NoteMeaning = (typeof NOTE_MEANINGS)[number];

export const NOTE_FIELDS = [
  { key: 'text', type: 'prose' },
  { key: 'meaning', type: 'option', options: NOTE_MEANINGS },
] as const satisfies readonly Field[];

export const NOTE_SIZE = { width: 200, height: 160 } as const;
