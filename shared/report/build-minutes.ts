import { dateInWords } from './date-in-words.ts';
import { paragraph, type Minutes, type MinutesSection, type MinutesTable } from './minutes.ts';
import { pageSection } from './minutes-page.ts';
import type { MinutesWords } from './minutes-words.ts';
import { recusalInWords } from './people-in-words.ts';
import type { ReviewActivity, SavedReview } from './review.ts';

/**
 * Minutes in the form that the programme's working group kept its own: heading, date and place, who took part, the agenda,
 * a section for each part, the groups' results with their reasons, conclusions, and next steps last.
 */
export function buildMinutes(review: SavedReview, words: MinutesWords): Minutes {
  const { heading } = review;
  const { minutes } = words.review;
  const date = dateInWords(heading.startedAt, words.language);
  return {
    title: minutes.title(heading.title),
    subtitle: [
      minutes.dateAndPlace(date, heading.place),
      ...(heading.organisation === '' ? [] : [heading.organisation]),
    ],
    standing: minutes.draft,
    sections: [
      participantsSection(review, words),
      agendaSection(review, words),
      ...pagesInOrder(review).map((page) => pageSection(page, review, words)),
    ],
  };
}

/** Next steps close the minutes, wherever the day had them. */
const pagesInOrder = ({ pages }: SavedReview): SavedReview['pages'] => [
  ...pages.filter((page) => page.module !== 'next-steps'),
  ...pages.filter((page) => page.module === 'next-steps'),
];

function participantsSection(review: SavedReview, words: MinutesWords): MinutesSection {
  const { review: t } = words;
  return {
    heading: t.participants,
    blocks: [
      ...(review.participants.length === 0 ? [paragraph(t.nobody)] : [participantsTable(review, words)]),
      ...review.recusals.map((recusal) => paragraph(recusalInWords(recusal, words))),
    ],
  };
}

/** The column of numbers is there only when someone has company. */
export function participantsTable(
  { participants }: SavedReview,
  { review: t, common }: MinutesWords,
): MinutesTable {
  const counted = participants.some(({ count }) => count > 1);
  return {
    kind: 'table',
    caption: t.participantsCaption,
    summed: false,
    columns: [
      { heading: t.role, numeric: false },
      { heading: t.organisation, numeric: false },
      ...(counted ? [{ heading: t.number, numeric: true }] : []),
    ],
    rows: participants.map(({ role, organisation, leader, count }) => [
      leader && role !== 'workshop-leader' ? `${common.roles[role]} (${t.leads})` : common.roles[role],
      organisation,
      ...(counted ? [String(count)] : []),
    ]),
  };
}

const agendaSection = (review: SavedReview, words: MinutesWords): MinutesSection => ({
  heading: words.review.agenda,
  blocks: [agendaTable(review.agenda, words)],
});

export function agendaTable(agenda: readonly ReviewActivity[], { review: t }: MinutesWords): MinutesTable {
  const planned = agenda.reduce((sum, activity) => sum + activity.plannedMinutes, 0);
  const actual = agenda.reduce((sum, activity) => sum + (activity.actualMinutes ?? 0), 0);
  return {
    kind: 'table',
    caption: t.agendaCaption,
    summed: true,
    columns: [
      { heading: t.activity, numeric: false },
      { heading: t.planned, numeric: true },
      { heading: t.actual, numeric: true },
    ],
    rows: [
      ...agenda.map(({ title, plannedMinutes, actualMinutes }) => [
        title,
        String(plannedMinutes),
        actualMinutes === null ? t.notOpened : String(actualMinutes),
      ]),
      [t.total, String(planned), String(actual)],
    ],
  };
}
