import type { ReviewMessages } from '../sv/review.ts';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

export const review: ReviewMessages = {
  kicker: 'Saved board',
  documentTitle: (title) => `Saved board: ${title}`,
  readOnly: 'The board was saved when the workshop ended and can only be read.',
  print: 'Print',
  printHint: 'The printout takes the form of minutes.',
  contents: 'Contents',
  ongoing: {
    title: 'The workshop has not ended yet',
    text: 'The saved board opens here once the workshop leader has ended the workshop. The link stays valid.',
    again: 'Look again',
  },
  expired:
    'Check that all of the link came along. If it did, it is no longer valid: ask the workshop leader for a new one.',

  participants: 'Participants',
  participantsCaption: 'Who took part, by role and organisation',
  role: 'Role',
  organisation: 'Organisation',
  number: 'Number',
  leads: 'leads the workshop',
  people,
  nobody: 'Nobody has joined the workshop.',
  recused: (who, pages) => `${who} took no part in ${list(pages)}.`,
  recusedWhy: 'Those who speak for one network on the market take no part in strategic choices.',

  agenda: 'Agenda',
  agendaCaption: 'Agenda with planned and actual time in minutes',
  activity: 'Item',
  planned: 'Planned',
  actual: 'Actual',
  notOpened: 'not opened',
  total: 'Sum',

  withheld: 'You take no part in this section, so it is not shown to you.',
  picture: 'The board as a picture',
  pictureLabel: (title) => `The board ${title} at a small scale. All of its content is here as text too.`,
  fullSize: 'Show at full size',
  fullSizeTitle: (title) => `The board: ${title}`,
  emptyPage: 'No notes.',
  prompts: (n) => (n === 1 ? '1 prepared note' : `${n} prepared notes`),
  figuresCaption: 'The inventory in figures',
  choices: 'Choices',
  alternatives: 'Alternatives',
  choiceDetails: 'Value, cost and arguments',

  item: {
    householdsText: (value) => `${value} households`,
    workplacesText: (value) => `${value} workplaces`,
    connectedText: (value) => `${value} connected`,
    passedText: (value) => `${value} can order`,
    sharesText: (words) => `At least 1 Gbit/s: ${words}.`,
    needsText: (value) => `Needs: ${value}`,
    costText: (value) => `Estimated cost: ${value}.`,
    priorityText: (value) => `Priority: ${value}.`,
    sourceText: (value) => `Source: ${value}`,
    noSource: 'No source given',
  },

  result: {
    notADecision: 'The result shows the group’s direction. It is not a decision.',
    leads: (option) => `The group’s direction: ${option}.`,
    shared: (options) => `The group’s direction is shared between ${list(options)}.`,
    none: 'Nobody voted, so the result shows no direction.',
    order: (words) => `Order: ${words}.`,
    ranking: (words) => `The group’s ranking: ${words}.`,
    choice: (option) => `The group’s choice: ${option}.`,
    place: (place, options) => `${place}. ${list(options)}`,
    points: (words) => `Points by Borda: ${words}.`,
    votes: (words) => `Votes: ${words}.`,
    schulzeOrder: (words) => `Order by Schulze: ${words}.`,
    bordaOrder: (words) => `Order by Borda: ${words}.`,
    verdicts: {
      'same-order': 'Borda and Schulze give the same order.',
      'same-first': 'Borda and Schulze give the same first place, but not the same order after it.',
      'different-first':
        'Borda and Schulze give different first places. No single direction can be read out.',
    },
    turnout: (received, entitled) =>
      `${received} of ${entitled} possible ${entitled === 1 ? 'vote was' : 'votes were'} cast.`,
    unreleased: 'The poll is closed, but its result has not been shown.',
    annulled: 'The poll was annulled and does not count.',
    votersLeftOut: 'Who voted for what is not kept in this board.',
  },

  minutes: {
    title: (title) => `Notes from ${title}`,
    dateAndPlace: (date, place) => (place === '' ? date : `${date}, ${place}`),
    draft: 'Draft, not approved. The notes report talks and the group’s direction, not decisions.',
    furtherComments: 'Further comments',
    conclusions: 'Main conclusions',
    otherNotes: 'Other notes',
    nextSteps: 'Next steps',
    nothing: 'Nothing was noted.',
    withheld: 'This section is not shown to the person who printed these notes.',
    activities: (words) => `Items: ${words}.`,
  },

  log: {
    title: 'Course of the day',
    show: (n) => (n === 1 ? 'Show 1 event' : `Show ${n} events`),
    time: 'Time',
    event: 'Event',
    lines: {
      'activity-opened': (subject) => `The item “${subject}” was opened.`,
      'page-locked': (subject) => `Writing was locked on “${subject}”.`,
      'page-unlocked': (subject) => `Writing was unlocked on “${subject}”.`,
      'page-restored': (subject) => `“${subject}” was made what it was earlier.`,
      'seat-reverted': (subject) => `Changes by ${subject} were undone.`,
      'seat-joined': (subject) => `${subject} joined.`,
      'seat-removed': (subject) => `${subject} was removed.`,
      'seat-role-changed': (subject) => `The role was changed to ${subject}.`,
      'poll-opened': (subject) => `The poll “${subject}” was opened.`,
      'poll-closed': (subject) => `The poll “${subject}” was closed.`,
      'poll-released': (subject) => `The result of “${subject}” was shown.`,
      'poll-annulled': (subject) => `The poll “${subject}” was annulled.`,
      'workshop-ended': () => 'The workshop was ended.',
      'workshop-reopened': () => 'The workshop was opened again.',
    },
  },
};
