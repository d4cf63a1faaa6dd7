import type { SessionMessages } from '../sv/session.ts';

const changes = (n: number): string => (n === 1 ? '1 change' : `${n} changes`);
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

export const session: SessionMessages = {
  windowTitle: (activity, workshop) => `${activity} – ${workshop} – Vägval`,
  skip: 'Skip to content',

  stage: {
    welcome: 'Welcome',
    youAreIn: (name) => `You are in, ${name}.`,
    soonFirst: 'The leader opens the first item when it is time. Your screen follows by itself.',
    beforeStart: 'Before you begin',
    beforeStartLead:
      'Show the code so that everyone can join. When you open the first item, everyone’s screen follows.',
    nothingOpen: 'No item is open',
    soonNext: 'The leader opens the next item when it is time.',
    pickNext: 'Open an item on the agenda to go on.',
    ended: 'The workshop has ended',
    endedText: 'Thank you for today. The pages are still here to read.',
    endedLead:
      'The pages can be read but not changed. Share the link to the saved board with those who should read it.',
    afterBreak: (title) => `Then: ${title}`,
    readMeanwhile: 'Pages you can read',
    goOnWith: 'You can go on with',
    nothingToGoOnWith: 'No other page is open just now. Your screen follows when the next item is opened.',
    openingPage: 'Opening the page…',
    cannotOpen: 'The page cannot be shown',
    partFailed: 'This part could not be fetched. Check the network and try again.',
    reload: 'Reload',
    refusals: {
      'unknown-page': 'There is no such page in this workshop.',
      waiting: 'The leader has not let you in yet.',
      removed: 'The leader has removed you from the workshop.',
      recused: 'Your role takes no part in this module.',
      'not-opened': 'The leader has not opened the page yet.',
      observer: 'Your role follows this part without writing.',
      locked: 'The leader has locked writing.',
      ended: 'The workshop has ended.',
      'wrong-epoch': 'The page has been restored from a backup. Reload to see it as it is now.',
      'too-large': 'What was sent from this device was too large. Reload the page.',
      other: 'The page could not be opened. Reload and try again.',
    },
    readOnly: {
      locked: 'Writing is locked just now. You can read everything.',
      observer: 'Your role reads this part but does not write in it.',
      ended: 'The workshop has ended. The page can be read but not changed.',
    },
  },

  follow: {
    opened: (title) => `The leader has opened ${title}.`,
    ended: 'The workshop has ended.',
    soon: (title) => `The leader is going on to ${title}.`,
    lookingAt: (title) => `You are looking at ${title}.`,
    lookingAhead: (title) => `You are looking at ${title}, which is not open to participants yet.`,
    back: 'To what is going on',
  },

  agenda: {
    title: 'Agenda',
    show: 'Show the agenda',
    hide: 'Hide the agenda',
    now: 'Now',
    done: 'Done',
    planned: (minutes) => `${minutes} min`,
    actual: (minutes, planned) => `${minutes} min of ${planned}`,
    tookMinutes: (minutes, planned) => `${minutes} min (planned ${planned})`,
    total: (duration) => `${duration} in all`,
    duration: (hours, minutes) =>
      [hours > 0 ? `${hours} h` : '', minutes > 0 || hours === 0 ? `${minutes} min` : '']
        .filter(Boolean)
        .join(' '),
    plannedEnd: 'Planned end',
    expectedEnd: 'Expected end',
    open: (title) => `Open ${title} for everyone`,
    recused: 'your role takes no part',
  },

  views: {
    label: 'Show the page as',
    board: 'Board',
    table: 'Table',
    outline: 'Outline',
    cards: 'Cards',
  },

  timer: {
    label: 'Time left',
    left: 'left',
    over: 'over time',
    paused: 'paused',
    upNow: 'Time is up',
    of: (minutes) => `of ${minutes} min`,
    mark: { 5: 'Five minutes left.', 1: 'One minute left.', 0: 'Time is up.' },
    controls: 'Time',
    minutes: 'Minutes',
    minutesWrong: 'Write a whole number of minutes, 1 to 480.',
    start: 'Start the timer',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Remove the timer',
    add: (minutes) => `+${minutes} min`,
    addWords: (minutes) => `Add ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
    subtract: '−1 min',
    subtractWords: 'Take off 1 minute',
  },

  save: {
    connecting: 'Connecting…',
    back: 'The contact is back.',
    saving: 'Saving…',
    saved: 'Saved',
    offline: 'Offline',
    offlineChanges: (n) => `Offline – ${changes(n)} on this device only`,
    cannotSave: 'Cannot save',
    banner: {
      offline: 'No contact with the server.',
      cannotSave: 'The server cannot save just now.',
      goOn: 'You can go on; what you do is sent when the contact is back.',
      stale: 'What you see may be out of date. We connect again as soon as we can.',
      kept: {
        device: (n) =>
          `Nothing is lost: ${changes(n)} on this device will be sent by itself as soon as possible.`,
        tab: (n) =>
          `${changes(n)} in this window only will be sent by itself as soon as possible. Do not close or reload it, or they are lost.`,
      },
      tellLeader: 'Tell the leader.',
    },
  },

  notices: {
    'read-only': 'Your change was taken back, because writing is locked.',
    'too-large': 'That is too much text at once. Nothing was added. Divide it into smaller parts.',
    'invalid-object':
      'Your change was taken back, because the server could not read it. Reload the page if it happens again.',
    overtaken: 'That could not be undone, because somebody else has changed the same thing since.',
    'locked-object': 'The workshop leader has locked this. What you did has been taken back.',
    'page-full': 'The page is full. Delete something before you add more.',
    restored: (unsaved: number) =>
      unsaved === 0
        ? 'The page has been restored from a backup. What you had on the screen can be saved as a file.'
        : `The page has been restored from a backup. ${changes(unsaved)} could not be stored in time. What you had on the screen can be saved as a file.`,
    saveEarlier: 'Save as a file',
    earlierFile: 'what-i-had',
  },

  people: {
    title: 'Participants',
    here: (here, all) => `${here} of ${all} are here`,
    hereShort: (here) => (here === 1 ? '1 person is here' : `${people(here)} are here`),
    you: 'you',
    leader: 'Workshop leader',
    hereNow: 'Here now',
    lost: (clock) => `Lost the connection at ${clock}`,
    away: 'Not here',
    noGroup: 'No group',
  },

  seat: {
    title: 'My seat',
    name: 'Name',
    organisation: 'Organisation',
    role: 'Role',
    roleHint: 'The leader can change your role.',
    save: 'Save',
    saved: 'The change is saved.',
    nameMissing: 'Write a name.',
    group: 'My group',
    otherDevice: 'Continue on another device',
    otherDeviceText:
      'Make a link and open it on the other device. Your seat moves there, and this device is signed out.',
    makeLink: 'Make a link',
    makeNewLink: 'Make a new link',
    linkLabel: 'Personal link',
    validUntil: (clock) => `The link is valid until ${clock} and works once. Do not share it with anybody.`,
    validUntilFor: (clock, name) =>
      `The link is valid until ${clock} and works once. Give it to ${name} only.`,
    qrLabel: 'QR code with the personal link',
  },

  copy: {
    copy: 'Copy',
    copied: 'Copied.',
    selected: 'The text is selected. Copy it with Ctrl + C, or hold your finger on it.',
  },

  invitation: {
    show: 'Show how to join',
    title: 'Join',
    scan: 'Point your camera at the square',
    or: 'or go to',
    andType: 'and type the code',
    link: 'Link to join',
    qrLabel: 'QR code that leads to the workshop',
    spelledOut: (code) => `Code: ${code}`,
  },

  settings: {
    title: 'Settings',
    language: 'Language',
    theme: 'Appearance',
    more: 'More',
  },

  polls: {
    title: 'Poll',
    none: 'No poll is open just now.',
    openCount: (n) => (n === 1 ? '1 open poll' : `${n} open polls`),
    openOn: (title) => `A poll is open on ${title}.`,
    goThere: 'Go there',
    create: 'New poll',
  },

  phone: {
    nav: 'Parts of the workshop',
    now: 'Now',
    agenda: 'Agenda',
    lead: 'Lead',
    vote: 'Vote',
    more: 'More',
  },

  leader: {
    title: 'Lead the workshop',
    previous: 'Previous',
    next: 'Next',
    previousTo: (title) => `Previous item: ${title}`,
    openFirst: (title) => `Open ${title}`,
    goOn: 'Go on',
    openForAll: 'Open for everyone',
    lastActivity: 'Last item',
    lock: 'Lock writing',
    locked: 'Writing is locked',
    page: 'The page',
    workshop: 'The workshop',
    waiting: (n) => (n === 1 ? '1 person is waiting' : `${n} people are waiting`),
    waitingTitle: 'Waiting to be let in',
    admit: 'Let in',
    admitPerson: (name) => `Let ${name} in`,
    refuse: 'Refuse',
    refusePerson: (name) => `Refuse ${name}`,
    admitAll: 'Let everyone in',
    seeWaiting: 'Show',
    asks: (name) => `${name} wants to join.`,
    admission: 'Who may join?',
    admissionOpen: 'Everyone with the code',
    admissionOpenHint: 'They come in at once.',
    admissionApprove: 'Those you let in',
    admissionApproveHint: 'They wait until you approve them.',
    manage: (name) => `Manage ${name}`,
    role: 'Role',
    group: 'Group',
    roleTakesNoPart: (titles) => `The role takes no part in ${titles}.`,
    newLink: 'New personal link',
    newLinkText: (name) =>
      `If ${name} has changed phones or cleared the browser: make a link that gives the seat back. The device that holds the seat now is signed out when the link is used.`,
    remove: 'Remove from the workshop',
    removeQuestion: (name) => `Remove ${name}?`,
    removeText:
      'The person is signed out now. What they have written stays, and ballots already cast count. You can let them in again.',
    removeConfirm: 'Remove',
    removedTitle: 'Removed',
    letBackIn: 'Let back in',
    letBackInPerson: (name) => `Let ${name} back in`,
    links: 'Links',
    reviewLink: 'Saved board (to read)',
    reviewLinkHint: 'Whoever has the link can read the saved board, now and later, but not change it.',
    leaderLink: 'For a co-leader',
    leaderLinkHint: 'Whoever opens the link leads the workshop. Share it with a co-leader only.',
    openReview: 'Open the saved board',
    linksFailed: 'The links could not be fetched.',
    end: 'End the workshop',
    endQuestion: 'End the workshop?',
    endText: 'Then this happens, for everyone at once:',
    endConsequences: [
      'All pages can be read but not changed.',
      'Open polls are closed. Results you have not shown stay hidden, so show them first if they should be included.',
      'The timer stops and the agenda gets its real minutes.',
      'The saved board can be read by whoever has the link.',
    ],
    endAgain: 'You can reopen the workshop if you need to.',
    endConfirm: 'End it',
    reopen: 'Reopen the workshop',
  },
};
