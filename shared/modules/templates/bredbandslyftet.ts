import { activity } from './activity.ts';
import { choiceCard } from './choice-card-text.ts';
import { threeGroups } from './groups.ts';
import { promptNote } from './prompt-note.ts';
import type { BredbandslyftetTexts } from './sv/bredbandslyftet.ts';
import type { TemplateActivity, TemplatePage, WorkshopTemplate } from './workshop-template.ts';

/** A half day, 10–14 with lunch: current state before noon, ways forward after it. */
export const bredbandslyftet = (texts: BredbandslyftetTexts): WorkshopTemplate => ({
  pages: pages(texts),
  agenda: agenda(texts.agenda),
  groups: threeGroups(texts.group),
  timing: { startsAt: '10.00' },
});

function pages(texts: BredbandslyftetTexts): readonly TemplatePage[] {
  const { titles, welcome, inspiration, inventory, nextSteps, evaluation } = texts;
  return [
    {
      id: 'welcome',
      module: 'welcome',
      title: titles.welcome,
      objects: [
        promptNote('purpose', welcome.purpose, { meaning: '', height: 200 }),
        promptNote('rules', welcome.rules, { meaning: '', height: 200 }),
        promptNote('roles', welcome.roles, { meaning: '', height: 200 }),
        promptNote('check-in', welcome.checkIn, { height: 200 }),
      ],
    },
    {
      id: 'inspiration',
      module: 'inspiration',
      title: titles.inspiration,
      objects: [
        promptNote('citizens', inspiration.citizens, { column: 0 }),
        promptNote('business', inspiration.business, { column: 1 }),
        promptNote('municipality', inspiration.municipality, { column: 2 }),
      ],
    },
    {
      id: 'inventory',
      module: 'inventory',
      title: titles.inventory,
      objects: [
        promptNote('picture', inventory.picture),
        promptNote('gaps', inventory.gaps),
        promptNote('needs', inventory.needs),
        promptNote('evidence', inventory.evidence, { meaning: '' }),
      ],
    },
    {
      id: 'choices',
      module: 'choices',
      title: titles.choices,
      objects: [
        promptNote('value-first', texts.choices.valueFirst, { meaning: '' }),
        promptNote('reference', texts.choices.reference),
        ...texts.cards.map((card, index) =>
          choiceCard(String(index + 1), isMainLine(index + 1) ? 'main' : 'enabler', card),
        ),
      ],
    },
    {
      id: 'next-steps',
      module: 'next-steps',
      title: titles.nextSteps,
      objects: [
        promptNote('who-what-when', nextSteps.whoWhatWhen),
        promptNote('working-group', nextSteps.workingGroup),
        promptNote('documents', nextSteps.documents),
        promptNote('follow-up', nextSteps.followUp),
      ],
    },
    {
      id: 'evaluation',
      module: 'evaluation',
      title: titles.evaluation,
      objects: [
        promptNote('scale', evaluation.scale, { meaning: '' }),
        ...evaluation.questions.map((question, index) => promptNote(`question-${index + 1}`, question)),
      ],
    },
  ];
}

/** One main line is chosen per area; the other cards make any of them easier. */
const isMainLine = (number: number): boolean => [1, 2, 3, 4, 10, 11].includes(number);

/** Lunch and the change of roles have no page: nobody is shown the choices before those who leave have left. */
const agenda = (titles: BredbandslyftetTexts['agenda']): readonly TemplateActivity[] => [
  activity('welcome', titles.welcome, 10, 'welcome'),
  activity('check-in', titles.checkIn, 10, 'welcome'),
  activity('inspiration', titles.inspiration, 25, 'inspiration'),
  activity('gathering', titles.gathering, 10, 'inspiration'),
  activity('current-state', titles.currentState, 30, 'inventory'),
  activity('investment', titles.investment, 15, 'inventory'),
  activity('lunch', titles.lunch, 45, null),
  activity('role-change', titles.roleChange, 5, null),
  activity('choices', titles.choices, 15, 'choices'),
  activity('choices-groups', titles.choicesGroups, 30, 'choices'),
  activity('ranking', titles.ranking, 20, 'choices'),
  activity('consent', titles.consent, 10, 'choices'),
  activity('next-steps', titles.nextSteps, 5, 'next-steps'),
  activity('evaluation', titles.evaluation, 10, 'evaluation'),
];
