import { activity } from './activity.ts';
import { choiceCard } from './choice-card-text.ts';
import { threeGroups } from './groups.ts';
import { promptNote } from './prompt-note.ts';
import type { WorkingGroupTexts } from './sv/working-group.ts';
import type {
  TemplateActivity,
  TemplateObject,
  TemplatePage,
  WorkshopTemplate,
} from './workshop-template.ts';

/** A working group's meeting about how a programme is to be governed: three groups rank the same alternatives and say why. */
export const workingGroup = (texts: WorkingGroupTexts): WorkshopTemplate => ({
  pages: pages(texts),
  agenda: agenda(texts.agenda),
  groups: threeGroups(texts.group),
  timing: { startsAt: '10.00' },
});

/** Plenary pages with no form of work of their own use the plain module `welcome`, where everyone may write. */
function pages(texts: WorkingGroupTexts): readonly TemplatePage[] {
  const { titles, welcome, information, material, inspiration, nextSteps } = texts;
  return [
    {
      id: 'welcome',
      module: 'welcome',
      title: titles.welcome,
      objects: [
        promptNote('purpose', welcome.purpose, { meaning: '' }),
        promptNote('rules', welcome.rules, { meaning: '' }),
      ],
    },
    {
      id: 'information',
      module: 'welcome',
      title: titles.information,
      objects: [
        promptNote('pilot', information.pilot, { column: 0 }),
        promptNote('feedback', information.feedback, { column: 1 }),
        promptNote('plan', information.plan, { column: 2 }),
      ],
    },
    { id: 'group-work', module: 'group-work', title: titles.groupWork, objects: groupWorkObjects(texts) },
    {
      id: 'material',
      module: 'welcome',
      title: titles.material,
      objects: [
        promptNote('comments', material.comments, { column: 0 }),
        promptNote('neutrality', material.neutrality, { column: 1 }),
        promptNote('gains', material.gains, { column: 2 }),
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
      id: 'next-steps',
      module: 'next-steps',
      title: titles.nextSteps,
      objects: [
        promptNote('who-what-when', nextSteps.whoWhatWhen),
        promptNote('meetings', nextSteps.meetings),
      ],
    },
  ];
}

/** What speaks for and against is left for the groups to say. */
const groupWorkObjects = ({ groupWork, alternatives }: WorkingGroupTexts): readonly TemplateObject[] => [
  promptNote('task', groupWork.task, { meaning: '' }),
  promptNote('dimensions', groupWork.dimensions),
  alternative('A', alternatives.a),
  alternative('B', alternatives.b),
  alternative('C', alternatives.c),
];

const alternative = (
  label: string,
  { title, description }: { readonly title: string; readonly description: string },
): TemplateObject =>
  choiceCard(label, 'main', {
    title,
    description,
    valueCitizens: '',
    valueBusiness: '',
    valueMunicipality: '',
    cost: '',
    revenue: '',
    pros: '',
    cons: '',
  });

const agenda = (titles: WorkingGroupTexts['agenda']): readonly TemplateActivity[] => [
  activity('welcome', titles.welcome, 10, 'welcome'),
  activity('information', titles.information, 25, 'information'),
  activity('plan', titles.plan, 20, 'information'),
  activity('group-work', titles.groupWork, 45, 'group-work'),
  activity('lunch', titles.lunch, 45, null),
  activity('group-work-continued', titles.groupWorkContinued, 40, 'group-work'),
  activity('material', titles.material, 30, 'material'),
  activity('inspiration', titles.inspiration, 15, 'inspiration'),
  activity('closing', titles.closing, 10, 'next-steps'),
];
