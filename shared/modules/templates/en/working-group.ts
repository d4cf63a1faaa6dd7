import type { WorkingGroupTexts } from '../sv/working-group.ts';

export const workingGroupTexts: WorkingGroupTexts = {
  group: (number) => `Group ${number}`,
  titles: {
    welcome: 'Welcome',
    information: 'Where we stand',
    groupWork: 'Governance model',
    material: 'Review of material',
    inspiration: 'Smart municipalities',
    nextSteps: 'Before the next meeting',
  },
  agenda: {
    welcome: 'Welcome and agenda for today',
    information: 'Information on the pilot and on consultations held',
    plan: 'How we go on: development, review and approval',
    groupWork: 'Group work on the governance model',
    lunch: 'Lunch',
    groupWorkContinued: 'Group work on the governance model, continued',
    material: 'Review of material sent out',
    inspiration: 'Smart municipalities: for inspiration and challenge',
    closing: 'Before the next meeting, and closing',
  },
  welcome: {
    purpose:
      'The aim of the meeting: a proposal for how the programme is to be governed, and a review of the material sent out.',
    rules:
      'Ground rules: one at a time. Each group hands in one joint ranking and its reasons. The meeting gives a direction and makes no decisions.',
  },
  information: {
    pilot: 'The pilot: what is prepared, what remains, how do we follow it up?',
    feedback: 'The consultations: what have we heard, and from whom?',
    plan: 'The deliveries: what is to be written, who reviews it and when are comments due?',
  },
  groupWork: {
    task: 'Task: rank the alternatives and write down the group’s reasons, one note for each. Alternatives you reject alike may share a place.',
    dimensions:
      'Four questions for each alternative: who owns, who pays, who selects the municipalities, who follows up?',
  },
  alternatives: {
    a: {
      title: 'Bredbandsforum owns, funds and selects',
      description:
        'Ownership: Bredbandsforum decides on content and delivery.\nFunding: Bredbandsforum, within its budget or with new money.\nSelection: Bredbandsforum selects the municipalities.\nFollow-up: its secretariat.\nRequires that the steering group and the government give the programme priority.',
    },
    b: {
      title: 'One actor owns, a steering group funds and decides',
      description:
        'Ownership: one actor runs the programme, for example PTS, SKL, IT&Telekomföretagen or Bredbandsforum.\nFunding: shared by those in the steering group.\nSelection: the steering group decides together.\nFollow-up: the actor that owns the programme.',
    },
    c: {
      title: 'One actor owns, everyone may use it freely',
      description:
        'Ownership: one actor keeps the material.\nFunding: none in common. The material is free.\nSelection: anyone may use it, with no requirements.\nFollow-up: none in common.',
    },
  },
  material: {
    comments: 'What works in the material, and what needs to change? Say which document you mean.',
    neutrality: 'Is the material neutral as to technology and suppliers?',
    gains: 'Are value and gain as clear as cost and effort?',
  },
  inspiration: {
    citizens: 'Satisfied citizens. Which good examples do you know of?',
    business: 'Attractive for business. Which good examples do you know of?',
    municipality: 'Efficient municipality. Which good examples do you know of?',
  },
  nextSteps: {
    whoWhatWhen: 'Who does what, and by when? One note for each action.',
    meetings: 'Coming meetings: date, time and place. Note if an earlier date has changed.',
  },
};
