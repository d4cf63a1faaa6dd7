import type { Group } from '#shared/session/workshop-state.ts';
import {
  bullets,
  paragraph,
  subheading,
  type MinutesBlock,
  type MinutesBullet,
  type MinutesSection,
} from './minutes.ts';
import {
  choiceBullet,
  choicesInOrder,
  itemBullet,
  itemsBySubArea,
  noteBullet,
  spokenNotes,
  textOf,
} from './minutes-objects.ts';
import type { MinutesWords } from './minutes-words.ts';
import { ballotInWords, resultInWords } from './result-in-words.ts';
import type { OpenReviewPage, ReviewPage, ReviewPoll, SavedReview } from './review.ts';

/** One page's section: which activities it held, what lay on it, what was said, and what came of it. */
export function pageSection(page: ReviewPage, review: SavedReview, words: MinutesWords): MinutesSection {
  const heading = page.module === 'next-steps' ? words.review.minutes.nextSteps : page.title;
  if (page.withheld) return { heading, blocks: [paragraph(words.review.minutes.withheld)] };
  const content = [
    ...choiceBlocks(page, words),
    ...itemBlocks(page, words),
    ...(isGroupWork(page) ? groupBlocks(page, review.groups, words) : noteBlocks(page, words)),
    ...conclusions(page.polls, words),
  ];
  return {
    heading,
    blocks: [
      ...activityBlocks(page, review, words),
      ...(content.length === 0 ? [paragraph(words.review.minutes.nothing)] : content),
    ],
  };
}

/** Which points of the agenda the section covers, when it is not plain from the heading. */
function activityBlocks(
  page: OpenReviewPage,
  review: SavedReview,
  words: MinutesWords,
): readonly MinutesBlock[] {
  const held = review.agenda.filter(
    (activity) => activity.pageId === page.id && activity.actualMinutes !== null,
  );
  if (held.length < 2) return [];
  return [paragraph(words.review.minutes.activities(held.map((activity) => activity.title).join('; ')))];
}

const itemBlocks = (page: OpenReviewPage, words: MinutesWords): readonly MinutesBlock[] =>
  [...itemsBySubArea(page.objects)].flatMap(([area, items]) => [
    ...(area === '' ? [] : [subheading(area)]),
    ...bullets(items.map((item) => itemBullet(item, words))),
  ]);

function choiceBlocks(page: OpenReviewPage, words: MinutesWords): readonly MinutesBlock[] {
  const cards = choicesInOrder(page.objects);
  if (cards.length === 0) return [];
  const { alternatives, choices } = words.review;
  return [
    subheading(page.module === 'choices' ? choices : alternatives),
    ...bullets(cards.map((card) => choiceBullet(card, words))),
  ];
}

/** Notes under the template's column prompts, in the order of the columns; then those that lie elsewhere. */
function noteBlocks(page: OpenReviewPage, words: MinutesWords): readonly MinutesBlock[] {
  const notes = spokenNotes(page.objects);
  const sorted = page.objects
    .map((prompt) => ({ prompt, under: notes.filter((note) => note.under === prompt.id) }))
    .filter(({ under }) => under.length > 0);
  const elsewhere = notes.filter((note) => note.under === null);
  return [
    ...sorted.flatMap(({ prompt, under }) => [
      subheading(promptHeading(textOf(prompt, 'text'))),
      ...bullets(under.map(noteBullet)),
    ]),
    ...(sorted.length > 0 && elsewhere.length > 0 ? [subheading(words.review.minutes.otherNotes)] : []),
    ...bullets(elsewhere.map(noteBullet)),
  ];
}

/** The first clause of a prompt: `Nöjda medborgare. Vad blir …` is `Nöjda medborgare`. */
export const promptHeading = (text: string): string => /^[^.:?]*\??/.exec(text)?.[0] ?? text;

const isGroupWork = (page: OpenReviewPage): boolean =>
  page.module === 'group-work' || page.polls.some((poll) => poll.placed?.electorate === 'group');

/** Each group: what it chose, then its reasons. What was written outside the groups comes after them. */
function groupBlocks(
  page: OpenReviewPage,
  groups: readonly Group[],
  words: MinutesWords,
): readonly MinutesBlock[] {
  const notes = spokenNotes(page.objects);
  const others = notes.filter((note) => note.groupId === null).map(noteBullet);
  return [
    ...groups.flatMap((group) => {
      const reasons = notes.filter((note) => note.groupId === group.id).map(noteBullet);
      return oneGroup(group, groupChoices(group, page.polls, words), reasons, words);
    }),
    ...(others.length === 0 ? [] : [subheading(words.review.minutes.furtherComments), ...bullets(others)]),
  ];
}

function oneGroup(
  group: Group,
  choices: readonly string[],
  reasons: readonly MinutesBullet[],
  words: MinutesWords,
): readonly MinutesBlock[] {
  if (choices.length + reasons.length === 0) return [];
  return [subheading(words.review.minutes.group(group.name)), ...choices.map(paragraph), ...bullets(reasons)];
}

const groupChoices = (group: Group, polls: readonly ReviewPoll[], words: MinutesWords): readonly string[] =>
  polls.flatMap(({ placed }) =>
    (placed?.result.ballots ?? [])
      .filter(({ voter }) => voter === group.id)
      .flatMap(({ ballot }) => (placed === null ? [] : [ballotInWords(placed, ballot, words)])),
  );

function conclusions(polls: readonly ReviewPoll[], words: MinutesWords): readonly MinutesBlock[] {
  if (polls.length === 0) return [];
  const { minutes, result } = words.review;
  const anyReleased = polls.some((poll) => poll.placed !== null);
  return [
    subheading(minutes.conclusions),
    ...bullets(polls.map((poll) => conclusion(poll, words))),
    ...(anyReleased ? [paragraph(result.notADecision)] : []),
  ];
}

function conclusion(poll: ReviewPoll, words: MinutesWords): MinutesBullet {
  const { result } = words.review;
  const unread = poll.status === 'annulled' ? result.annulled : result.unreleased;
  const text = poll.placed === null ? unread : resultInWords(poll.placed, words).join(' ');
  return { lead: poll.question, text, source: '' };
}
