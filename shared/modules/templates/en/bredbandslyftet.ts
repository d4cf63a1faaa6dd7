import type { BredbandslyftetTexts } from '../sv/bredbandslyftet.ts';
import { choiceCards } from './choice-cards.ts';

export const bredbandslyftetTexts: BredbandslyftetTexts = {
  group: (number) => `Group ${number}`,
  titles: {
    welcome: 'Welcome',
    inspiration: 'Inspiration and challenge',
    inventory: 'The inventory',
    choices: 'Strategic choices',
    nextSteps: 'Next steps',
    evaluation: 'Evaluation',
  },
  agenda: {
    welcome: 'Welcome, purpose and ground rules',
    checkIn: 'Check-in',
    inspiration: 'Inspiration and challenge, in groups',
    gathering: 'Back together: what weighs most',
    currentState: 'The inventory: current state and citizen survey',
    investment: 'Investment need and distance to the goals',
    lunch: 'Lunch',
    roleChange: 'Change of roles: those who take no part in the choices leave',
    choices: 'Strategic choices: walk-through',
    choicesGroups: 'Group work: gains first, then cost and revenue',
    ranking: 'Reports and ranking',
    consent: 'Consent round on the direction',
    nextSteps: 'Next steps: who does what, and when',
    evaluation: 'Evaluation and check-out',
  },
  welcome: {
    purpose:
      'Purpose: a shared picture of where the municipality stands, which ways there are, and which direction you want to take. The day gives a direction. Decisions are made in the ordinary way.',
    rules:
      'Ground rules: one at a time. Say what you believe and what you know, and keep them apart. Ask when a word is unclear. Write no personal data on the board.',
    roles:
      'Roles: the workshop leader is neutral and does not vote. Those who speak for one network on the market take part in everything except the strategic choices.',
    checkIn: 'Check-in: what needs to happen today for the day to be worth your time?',
  },
  inspiration: {
    citizens:
      'Satisfied citizens. What becomes easier for those who live here when everyone can rely on their connection? Think of care, school, work from home and daily life.',
    business:
      'Attractive for business. What can companies do here that they cannot do today? What makes someone start up or move here?',
    municipality:
      'Efficient municipality. What can the municipality’s own services do better or at lower cost? What stops them now?',
  },
  inventory: {
    picture: 'Is the picture of the current state right? What do you not recognise?',
    gaps: 'Which areas lack the speed they need, and why has nobody built there?',
    needs: 'Which needs weigh most: households, business, care and school, mobile coverage, reliability?',
    evidence:
      'Give source, date and certainty for each finding. Keep connected households apart from those who can order. Leave out details of lines and nodes.',
  },
  choices: {
    valueFirst:
      'Start with value and gain: what becomes better for citizens, business and municipality? Take cost and revenue after that. The cards are starting points: change what is not right for you.',
    reference: 'Compare with changing nothing: what does it cost, and who pays?',
  },
  cards: choiceCards,
  nextSteps: {
    whoWhatWhen: 'Who does what, and by when? One note for each action.',
    workingGroup:
      'The municipality’s broadband working group: who is in it, who convenes it, when does it first meet?',
    documents: 'Governing documents: which are to be drawn up or changed, who prepares them and who decides?',
    followUp: 'Follow-up after 3 and 12 months: what should have happened by then, and who asks?',
  },
  evaluation: {
    scale:
      'Answer from 1, do not agree at all, to 5, fully agree. Don’t know is a good answer too. Write on the notes or say it at check-out.',
    questions: [
      'The purpose of the workshop was clear.',
      'Inspiration and challenge gave us new perspectives on the benefits.',
      'The picture of the current state and the investment need was easy to follow and matched my own.',
      'The choices were described fairly, with gains as clear as costs.',
      'The material was neutral as to technology and suppliers.',
      'Everyone was heard, and I could say what I think.',
      'The way the workshop leader led helped us forward.',
      'The time and the structure were about right.',
      'The digital tool was easy to use and accessible to me.',
      'I know what the next step is and who is responsible.',
      'I would recommend Bredbandslyftet to another municipality. Answer from 0 to 10.',
      'What was best?',
      'What should be changed?',
    ],
  },
};
