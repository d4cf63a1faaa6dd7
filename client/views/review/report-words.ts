import { language, messages } from '#client/model/messages.svelte.ts';
import type { MinutesWords } from '#shared/report/minutes-words.ts';

/** The texts that reports are written with, in the language of the page; reactive where it is read. */
export const reportWords = (): MinutesWords => ({
  language: language(),
  review: messages('review'),
  common: messages('common'),
  inventory: messages('inventory'),
});
