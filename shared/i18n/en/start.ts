import type { StartMessages } from '../sv/start.ts';

export const start: StartMessages = {
  pageTitle: (view) => `${view} – Vägval`,
  home: {
    title: 'Start',
    heading: 'Join a workshop',
    about:
      'Vägval is a shared workspace for workshops in municipalities. Gather what you know, weigh the alternatives, vote, and keep the board afterwards.',
    leaderHint:
      'Leading a workshop? Open your leader’s link. It is shown in the window where the server was started, and the programme office can give it to you.',
  },
  code: {
    label: 'Code',
    hint: 'Six characters, from the workshop leader.',
    missing: 'Enter the code.',
    wrongLength: (typed) =>
      typed < 6
        ? `A code has six characters. You have typed ${typed}.`
        : `A code has six characters. This is ${typed}.`,
    wrongCharacters: (characters) =>
      `Check ${characters}. Characters that are easily mistaken for others are in no code.`,
    submit: 'Continue',
    looking: 'Looking for the workshop…',
  },
  mine: {
    heading: 'My workshops',
    none: 'There are no workshops here yet. Create the first one.',
    create: 'New workshop',
    review: 'Saved board',
    reviewNamed: (title) => `Saved board of ${title}`,
    code: 'Code',
    participants: (n) => (n === 1 ? '1 participant' : `${n} participants`),
    created: (date) => `Created ${date}`,
    ended: (date) => `Ended ${date}`,
    statuses: { prepared: 'Prepared', live: 'Under way', ended: 'Ended' },
  },
  create: {
    heading: 'New workshop',
    template: 'Template',
    templates: {
      bredbandslyftet: {
        name: 'Bredbandslyftet',
        about:
          'The municipality’s leadership goes through the current state, weighs strategic choices and decides the next steps. Half a day, 10–14.',
      },
      'working-group': {
        name: 'Working group meeting: governance model',
        about: 'Three groups compare the alternatives A, B and C, rank them and report to one another.',
      },
    },
    titleLabel: 'Title',
    titleHint: 'Shown on everyone’s screen and in the minutes.',
    titleMissing: 'Enter a title.',
    organisation: 'Municipality or organisation',
    place: 'Place',
    language: 'Language of the template',
    submit: 'Create workshop',
  },
  join: {
    title: 'Join',
    intro: 'You are joining',
    name: 'Name',
    nameMissing: 'Enter your name.',
    organisation: 'Municipality or organisation',
    role: 'Role',
    roleHint:
      'Your role decides what you take part in. If you speak for a network, choose that role even if you have others.',
    rolePlaceholder: 'Choose a role',
    roleMissing: 'Choose your role.',
    submit: 'Join',
    lostSeat: {
      title: {
        moved: 'Your seat was moved to another device',
        here: 'Your seat is no longer on this device',
      },
      where: {
        moved: 'Go on with the device you moved to.',
        here: 'It has probably been moved to another device. If so, go on there.',
      },
      text: 'What you have written and voted belongs to the seat. If you join here again you will be a new person in the workshop.',
      joinAnew: 'Join again as a new person',
    },
    endedHeading: 'The workshop has ended',
    ended: 'It can no longer be joined. The workshop leader can give you a link to the saved board.',
    privacyHeading: 'Your personal data',
    privacy: [
      'We store your name, organisation and role, and what you write and vote in the workshop.',
      'Everyone taking part sees names, organisations and roles. The saved board also says who took part.',
      'A secret ballot is stored with no connection to you.',
      'A cookie in the browser remembers your seat, so that you find it again after an interruption.',
      'Whoever invited you answers questions about the data.',
    ],
  },
  door: {
    opening: 'Opening the workshop…',
    toStart: 'To the start page',
    waiting: {
      title: 'You will soon be let in',
      text: 'The workshop leader sees that you are here and will let you in. The page opens by itself.',
      you: (name, role) => `You are joining as ${name}, ${role.toLowerCase()}.`,
    },
    removed: {
      title: 'You are no longer in the workshop',
      text: 'The workshop leader has removed you. If that was a mistake the leader can let you in again, and the page then opens by itself.',
    },
    transferred: {
      title: 'Your seat is now used on another device',
      text: 'What you have done is still there. You are no longer signed in here.',
      takeBack:
        'Do you want to go on here? Choose “Continue on another device” on the other device and open the link here. The workshop leader can also give you a new link.',
    },
    notFound: {
      title: 'There is no such page',
      text: 'Check the address, or join with the code on the start page.',
    },
    workshopNotFound: {
      title: 'The workshop does not exist',
      text: 'Check the link. If you have a code, you can use it on the start page instead.',
    },
    notSeated: 'This browser has no seat in the workshop. Join with the code.',
    offline: {
      title: 'No contact with the server',
      text: 'Check that the device is on the right network. We keep trying.',
    },
    failed: { title: 'The page could not be opened' },
    expired: {
      title: 'The link is no longer valid',
      transfer: 'A link that moves a seat works once and for 15 minutes. Ask for a new one.',
      leader:
        'The server does not recognise the leader’s link. Open the one shown in the window where the server was started.',
      coLeader: 'Ask whoever leads the workshop for a new link.',
    },
  },
  recused: {
    title: (page) => `You take no part in “${page}”`,
    role: (role) => `Your role is ${role.toLowerCase()}.`,
    why: 'The programme has a rule: whoever speaks for one network takes no part when the municipality makes strategic choices. The rule is there so that all market actors are treated alike.',
    notJudged: 'It says nothing about you as a person. Wherever any market actor may take part, so do you.',
    hidden: 'The content, polls and results of this part are not shown to you.',
    meanwhile: 'What you can do now',
    actions: [
      'Go on with the inventory, if its page is open.',
      'Read the pages you have already worked on.',
      'Take a break. When the next part opens, your screen follows by itself.',
    ],
    wrongRole: 'Is the role wrong? Tell the workshop leader, who can change it.',
  },
};
