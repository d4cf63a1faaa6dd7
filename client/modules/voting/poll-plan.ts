import type { BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { POLL_OPTIONS_MAX, QUESTION_MAX } from '#shared/protocol/limits.ts';
import { optionTitle } from './option-title.ts';

/** A card that a poll can be made of. One without words cannot be chosen. */
export interface Candidate {
  readonly id: ObjectId;
  readonly title: string;
  readonly votable: boolean;
}

export interface Candidates {
  readonly kind: 'choice' | 'note';
  readonly cards: readonly Candidate[];
}

/** The choice cards of a page, or its notes when it has none, in the page's order. */
export function candidatesOf(objects: readonly BoardObject[]): Candidates {
  const there = objects.filter((object) => object.deletedAt === null);
  const kind = there.some((object) => object.kind === 'choice') ? 'choice' : 'note';
  const cards = there.filter((object) => object.kind === kind).map(candidate);
  return { kind, cards };
}

function candidate(object: BoardObject): Candidate {
  const title = optionTitle(object);
  return { id: object.id, title, votable: title !== '' };
}

export type PlanFault =
  | { readonly field: 'question'; readonly kind: 'question' | 'question-too-long' }
  | { readonly field: 'cards'; readonly kind: 'too-few' | 'too-many' }
  /** Two options read the same: nobody could tell which they vote for. */
  | { readonly field: 'cards'; readonly kind: 'alike'; readonly title: string };

/** What keeps a poll from being opened; the server knows of more. */
export function planFaults(question: string, chosen: readonly Candidate[]): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  if (question.trim() === '') faults.push({ field: 'question', kind: 'question' });
  if (question.trim().length > QUESTION_MAX) faults.push({ field: 'question', kind: 'question-too-long' });
  const cards = cardsFault(chosen);
  return cards === null ? faults : [...faults, cards];
}

function cardsFault(chosen: readonly Candidate[]): PlanFault | null {
  if (chosen.length < 2) return { field: 'cards', kind: 'too-few' };
  if (chosen.length > POLL_OPTIONS_MAX) return { field: 'cards', kind: 'too-many' };
  const title = firstRepeated(chosen.map((card) => card.title));
  return title === null ? null : { field: 'cards', kind: 'alike', title };
}

const firstRepeated = (titles: readonly string[]): string | null =>
  titles.find((title, index) => titles.indexOf(title) < index) ?? null;
