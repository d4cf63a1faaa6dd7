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
  textOf,
} from './minutes-objects.ts';
import type { MinutesWords } from './minutes-words.ts';
import { noteGroups } from './note-groups.ts';
import { resultInWords } from './result-in-words.ts';
import type { OpenReviewPage, ReviewPage, ReviewPoll, SavedReview } from './review.ts';

/** One page's section: which activities it held, what lay on it, what was said, and what came of it. */
export function pageSection(page: ReviewPage, review: SavedReview, words: MinutesWords): MinutesSection {
  const heading = page.module === 'next-steps' ? words.review.minutes.nextSteps : page.title;
  if (page.withheld) return { heading, blocks: [paragraph(words.review.minutes.withheld)] };
  const content = [
    ...choiceBlocks(page, words),
    ...itemBlocks(page, words),
    ...noteBlocks(page, review, words),
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
    ...bullets(
      cards.map((card) => choiceBullet(card, words)),
      cards.every((card) => textOf(card, 'label') !== ''),
    ),
  ];
}

const noteBlocks = (
  page: OpenReviewPage,
  review: SavedReview,
  words: MinutesWords,
): readonly MinutesBlock[] =>
  noteGroups(page, review.groups, words).flatMap(({ heading, answers, notes }) => [
    ...(heading === '' ? [] : [subheading(heading)]),
    ...answers.map(paragraph),
    ...bullets(notes.map(noteBullet)),
  ]);

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
