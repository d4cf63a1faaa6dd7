import { formatPoints } from '#shared/voting/format-points.ts';
import type { PollElectorate } from '#shared/voting/poll.ts';
import type { VotingMessages } from '../sv/voting.ts';

/** A, A and B, A, B and C. */
function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** 1st, 2nd, 3rd, 11th, 21st. */
function ordinal(place: number): string {
  const teens = place % 100 >= 11 && place % 100 <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

function voterCount(voters: number, electorate: PollElectorate): string {
  if (electorate === 'group') return voters === 1 ? 'one group' : `${voters} groups`;
  return voters === 1 ? 'one person' : `${voters} people`;
}

const has = (count: number): string => (count === 1 ? 'has' : 'have');

export const voting: VotingMessages = {
  title: 'Polls',
  none: 'There has been no poll on this page.',
  newPoll: 'New poll',
  advisory: 'The direction of the group, advisory',
  method: { single: 'Single choice', ranking: 'Ranking' },
  electorate: { individual: 'one ballot per person', group: 'one ballot per group' },
  secrecy: { named: 'named', secret: 'secret' },
  status: { open: 'Open', closed: 'Closed', released: 'Result', annulled: 'Annulled' },
  list,
  numbered: (mark) => `no.\u00a0${mark}`,
  quoted: (title) => `“${title}”`,
  points: (doubledPoints) => formatPoints(doubledPoints, 'en'),

  promise: ({ electorate, secrecy }) => [
    secrecy === 'named'
      ? electorate === 'individual'
        ? 'Named: the ballot can be changed until the poll closes. When the result is shown, everyone sees who voted for what.'
        : 'Named: everyone in the group can change its ballot until the poll closes. When the result is shown, everyone sees how each group voted.'
      : electorate === 'individual'
        ? 'Secret: the ballot is final when cast and cannot be linked to you. That you have voted is recorded, but not for what.'
        : 'Secret: the group’s ballot is final when someone in the group casts it, and cannot be linked to the group. That the group has voted is recorded, but not for what.',
    'Until the result is shown nobody, the workshop leader included, sees more than how many have voted.',
  ],
  fewVoters: (voters, electorate) =>
    `Only ${voterCount(voters, electorate)} can vote. With so few, others can work out how someone voted, above all if everyone votes the same way.`,

  turnout: ({ received, entitled, electorate }) =>
    `${received} of ${voterCountOf(entitled, electorate)} ${has(received)} voted`,
  finalTurnout: ({ received, entitled, electorate }) =>
    `${received} of ${voterCountOf(entitled, electorate)} voted`,
  turnoutUnknown: (entitled, electorate) => `${voterCount(entitled, electorate)} can vote`,

  setup: {
    title: 'New poll',
    question: 'Question',
    suggestedQuestion: (method, electorate) =>
      method === 'single'
        ? electorate === 'group'
          ? 'Which alternative does the group think is best?'
          : 'Which alternative do you think is best?'
        : electorate === 'group'
          ? 'How does the group rank the alternatives?'
          : 'How do you rank the alternatives?',
    method: 'How to vote',
    methods: {
      ranking: { label: 'Ranking', hint: 'The alternatives are put in order. Several may be equally good.' },
      single: { label: 'Single choice', hint: 'Each ballot picks one alternative.' },
    },
    electorate: 'Who votes',
    individuals: 'Each person',
    groups: 'By group: one joint ballot per group',
    people: (n) => (n === 1 ? '1 person can vote now.' : `${n} people can vote now.`),
    groupCount: (n) => (n === 1 ? '1 group can vote now.' : `${n} groups can vote now.`),
    secrecy: 'Openness',
    secrecies: { named: 'Named', secret: 'Secret' },
    choices: 'Choices to vote on',
    notes: 'Notes to vote on',
    chosen: (chosen, total) => `${chosen} of ${total} selected`,
    all: 'Select all',
    allNone: 'Select none',
    untitled: 'No title, cannot be selected',
    noCards: 'There are no choices or notes to vote on on this page. Write the alternatives first.',
    frozen: 'The alternatives are frozen when the poll opens. Later changes to the cards do not affect it.',
    long: (n) => `Ranking ${n} alternatives takes time on a phone. Those left unranked share the last place.`,
    open: 'Open the poll',
    opening: 'Opening…',
    unsure: 'The server’s answer did not arrive. Try again: the poll is opened only once.',
    errors: {
      question: 'Write a question.',
      'question-too-long': (max) => `The question is too long: at most ${max} characters.`,
      'too-few': 'Select at least two alternatives.',
      'too-many': (max) => `Select at most ${max} alternatives.`,
      alike: (title) => `Several selected cards are called “${title}”. Give them different titles.`,
    },
  },

  ballot: {
    asking: 'Checking whether the ballot has been cast already…',
    askingFailed:
      'The server does not answer, so we cannot see whether the ballot has been cast already. Trying again.',
    forGroup: (group) => `You vote for ${group}`,
    chooseOne: 'Choose one alternative',
    cast: 'Cast the ballot',
    castForGroup: 'Cast the group’s ballot',
    castChanged: 'Cast the changed ballot',
    castSecret: 'Cast the ballot …',
    keep: 'Keep the one received',
    change: 'Change',
    nothingChosen: 'Choose an alternative first.',
    nothingRanked: 'Rank at least one alternative first.',
    confirmSecret: 'The ballot is secret and cannot be changed once cast. Do you want to cast it?',
    confirmSecretGroup:
      'The ballot is secret and is that of the whole group. It cannot be changed once cast. Do you want to cast it?',
    back: 'Back',
    received: 'Received',
    receivedGroup: (group) => `Received from ${group}`,
    mayChange: 'You can change the ballot until the poll closes.',
    mayChangeGroup: 'Everyone in the group can change it until the poll closes.',
    final: 'The ballot is secret and final. It is not shown, because it cannot be linked to you.',
    finalGroup:
      'The group’s ballot is secret and final. It is not shown, because it cannot be linked to the group.',
    changing: 'Your earlier ballot has been received and counts until you cast the changed one.',
    changingGroup: 'The group’s ballot has been received. It counts until you cast a changed one.',
    sending: 'Sending the ballot…',
    retrying: 'Not confirmed yet – trying again',
    retryingHint: 'The ballot is kept on this device. It counts once, even if it is sent several times.',
    retryNow: 'Try now',
    checking: 'The poll is closed. Checking whether your ballot arrived in time…',
    closedReceived: 'Your ballot has been received.',
    closedReceivedGroup: 'The group’s ballot has been received.',
    closedMissing: 'No ballot was received from you.',
    closedMissingGroup: 'No ballot was received from your group.',
    closedWhileEditing: 'The poll closed before you cast the ballot. It does not count.',
    closedWhileChanging:
      'The poll closed before you cast the change. The ballot that was already received counts.',
    notes: {
      superseded: 'Another ballot was received in the meantime. It counts, and is shown here.',
      'already-voted':
        'A ballot had already been received. It counts, and the one you tried to cast now does not.',
      'too-late': 'The poll closed before the ballot arrived. It does not count.',
      'other-voter': 'You no longer vote for the same group. The ballot you were casting was not sent.',
    },
    refused: (why) => `The ballot was not accepted. ${why}`,
  },

  noVote: {
    lead: (why) => `You have no vote in this poll: ${why}`,
    leader: 'you lead the workshop.',
    role: (role) => `your role, ${role}, does not vote in this part.`,
    group: 'each group casts one ballot, and you are not in a group.',
    roll: 'you are not on the electoral roll.',
    whichGroup: 'Which group are you in?',
  },

  ranking: {
    howTo:
      'Tap the alternatives in the order you prefer, the best first. Tap again to take one out. Those you do not rank share the last place.',
    ranked: 'Your order',
    tapFor: (place) => `Tap for place ${place}.`,
    tapOff: (place) => `Place ${place}. Tap to take it out of the order.`,
    up: (option) => `Move ${option} up`,
    down: (option) => `Move ${option} down`,
    tie: 'As good as the one above',
    tieOf: (option, above) => `: ${option} and ${above}`,
    rest: (options) =>
      options.length === 1 ? `Last: ${list(options)}.` : `Share the last place: ${list(options)}.`,
    nowAt: (option, place, of) => `${option} is in place ${place} of ${of}.`,
    nowTied: (options, place) => `${list(options)} share place ${place}.`,
    nowUnranked: (option) => `${option} is not ranked.`,
  },

  order: {
    then: (group) => `then ${group}`,
    last: (group) => `last ${group}`,
    alike: (names) => `${list(names)} tied`,
    allAlike: 'all tied',
    first: (group) => `First: ${group}`,
  },

  panel: {
    closed: 'Closed. The result is shown when the workshop leader releases it.',
    closedForLeader:
      'Closed. Nobody has seen the result yet, not even you. When you show it, everyone sees it at the same time.',
    annulled: 'Annulled. The ballots do not count.',
    annulledAfterRelease: 'Annulled after the result had been shown. The result is not valid.',
    options: 'Alternatives',
    close: 'Close the poll',
    closeEarly: (missing, electorate) =>
      missing === null
        ? 'A closed poll cannot be opened again.'
        : `So far ${voterCount(missing, electorate)} ${has(missing)} not voted. A closed poll cannot be opened again.`,
    closeAnyway: 'Close anyway',
    wait: 'Wait',
    release: 'Show everyone the result',
    annul: 'Annul',
    annulConfirm: 'The ballots will not count and the poll cannot be opened again. You can make a new one.',
    annulReally: 'Annul the poll',
    keep: 'Keep the poll',
    place: 'Lay the result on the board',
    placed: 'On the board',
    endedUnreleased: 'The workshop has ended. Reopen it if the result is to be shown.',
  },

  result: {
    noBallots: 'No ballot was cast, so there is no result.',
    votes: (count) => (count === 1 ? '1 vote' : `${count} votes`),
    share: (part) => `${Math.round(part * 100)}%`,
    ofCast: (total) => `Share of the ${total === 1 ? 'one ballot' : `${total} ballots`} cast.`,
    place: (place, tied) => (tied ? `joint ${ordinal(place)} place` : `${ordinal(place)} place`),
    placeShort: (place, tied) => (tied ? `joint ${ordinal(place)}` : ordinal(place)),
    ranked: 'Order by two methods',
    option: 'Alternative',
    borda: 'Borda',
    schulze: 'Schulze',
    withPoints: (points) => `${points}\u00a0pts`,
    firstChoices: 'First choices',
    first: (alone, shared) => (shared === 0 ? String(alone) : `${alone} + ${shared} shared`),
    bordaMeans: (best) =>
      `Borda: each ballot gives ${best}\u00a0${best === 1 ? 'point' : 'points'} to the alternative it puts first and one less for each place down. Those tied share the points.`,
    schulzeMeans:
      'Schulze: the alternatives are compared two by two, and the one that holds its own against all others comes first.',
    sharedMeans: 'Shared first choice: the alternative was first together with another.',
    pairwise: 'Two by two',
    pairwiseMeans:
      'How many put the row ahead of the column, and the other way round. Those who put them equal are not counted.',
    versus: (row, column) => `${row}–${column}`,
    castBallots: 'How each person voted',
    castBallotsGroup: 'How the groups voted',
    unknownVoter: 'Unknown',
    compareNames: (a, b) => a.localeCompare(b, 'en', { numeric: true }),
    secret: 'The poll was secret. Who voted for what has not been stored.',
  },

  agreement: {
    allAlike: 'The alternatives come out equal by both methods.',
    sameOrder: 'Borda and Schulze give the same order.',
    sameFirst: (first) => `Borda and Schulze agree on the first place, ${first}, but not on the order below.`,
    overlapping: (borda, schulze) =>
      `Borda and Schulze partly agree on the first place: ${borda} by Borda, ${schulze} by Schulze.`,
    apart: (borda, schulze) =>
      `Borda and Schulze do not agree on the first place: ${borda} by Borda, ${schulze} by Schulze. Read the two-by-two table before you draw conclusions.`,
    pairs: (agreed, total) => `Both order ${agreed} of ${total} pairs alike.`,
  },

  callout: {
    open: 'A poll is open',
    missing: 'Your ballot is missing.',
    missingGroup: 'Your group’s ballot is missing.',
    vote: 'Vote',
    unconfirmed: 'Your ballot is not confirmed yet',
    show: 'Show',
    released: 'The result is out',
    showResult: 'Show the result',
  },
};

/** “of 5”, “of 3 groups”. */
function voterCountOf(entitled: number, electorate: PollElectorate): string {
  if (electorate === 'individual') return String(entitled);
  return entitled === 1 ? '1 group' : `${entitled} groups`;
}
