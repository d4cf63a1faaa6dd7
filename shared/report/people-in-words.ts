import type { MinutesWords } from './minutes-words.ts';
import type { ReviewParticipant, ReviewRecusal } from './review.ts';

/** `Stadsnätschef, Sjöbacka Nät AB`; how many, when more than one. */
export function peopleInWords(
  { role, organisation, count }: Pick<ReviewParticipant, 'role' | 'organisation' | 'count'>,
  { review, common }: MinutesWords,
): string {
  const who = organisation === '' ? common.roles[role] : `${common.roles[role]}, ${organisation}`;
  return count === 1 ? who : `${who} (${review.people(count)})`;
}

export const recusalInWords = (recusal: ReviewRecusal, words: MinutesWords): string =>
  words.review.recused(peopleInWords(recusal, words), recusal.pageTitles);
