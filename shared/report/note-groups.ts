import type { Group } from '#shared/session/workshop-state.ts';
import { spokenNotes, textOf } from './minutes-objects.ts';
import type { MinutesWords } from './minutes-words.ts';
import { ballotInWords } from './result-in-words.ts';
import type { OpenReviewPage, ReviewObject, ReviewPoll } from './review.ts';

/** Notes that belong together when read. */
export interface NoteGroup {
  /** Empty when the notes need no heading of their own. */
  readonly heading: string;
  /** What a group answered in each poll, in words. */
  readonly answers: readonly string[];
  readonly notes: readonly ReviewObject[];
}

/** The page's spoken notes in reading order: by group where groups worked or voted, else by the prompts they lie under. */
export const noteGroups = (
  page: OpenReviewPage,
  groups: readonly Group[],
  words: MinutesWords,
): readonly NoteGroup[] =>
  (isGroupWork(page) ? byGroup(page, groups, words) : byPrompt(page, words)).filter(
    ({ answers, notes }) => answers.length + notes.length > 0,
  );

const isGroupWork = (page: OpenReviewPage): boolean =>
  page.module === 'group-work' || page.polls.some((poll) => poll.placed?.electorate === 'group');

/** What was written outside the groups comes after them. */
function byGroup(page: OpenReviewPage, groups: readonly Group[], words: MinutesWords): readonly NoteGroup[] {
  const notes = spokenNotes(page.objects);
  return [
    ...groups.map((group) => ({
      heading: group.name,
      answers: answersOf(group, page.polls, words),
      notes: notes.filter((note) => note.groupId === group.id),
    })),
    {
      heading: words.review.minutes.furtherComments,
      answers: [],
      notes: notes.filter((note) => note.groupId === null),
    },
  ];
}

const answersOf = (group: Group, polls: readonly ReviewPoll[], words: MinutesWords): readonly string[] =>
  polls.flatMap(({ placed }) =>
    placed === null
      ? []
      : (placed.result.ballots ?? [])
          .filter(({ voter }) => voter === group.id)
          .map(({ ballot }) => ballotInWords(placed, ballot, words)),
  );

/** In the order of the prompts; then what lies under none. */
function byPrompt(page: OpenReviewPage, words: MinutesWords): readonly NoteGroup[] {
  const notes = spokenNotes(page.objects);
  const under = page.objects.map((prompt) => ({
    heading: promptHeading(textOf(prompt, 'text')),
    answers: [],
    notes: notes.filter((note) => note.under === prompt.id),
  }));
  const sorted = under.some((group) => group.notes.length > 0);
  return [
    ...under,
    {
      heading: sorted ? words.review.minutes.otherNotes : '',
      answers: [],
      notes: notes.filter((note) => note.under === null),
    },
  ];
}

/** The first clause of a prompt: `Nöjda medborgare. Vad blir …` is `Nöjda medborgare`. */
export const promptHeading = (text: string): string => /^[^.:?]*\??/.exec(text)?.[0] ?? text;
