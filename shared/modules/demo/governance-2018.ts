import type { NoteMeaning } from '#shared/content/kinds/note.ts';
import { demoNote } from './demo-note.ts';
import type { DemoObject, DemoSeat, DemoWorkshop } from './demo-workshop.ts';

const seat = (
  key: string,
  name: string,
  organisation: string,
  role: DemoSeat['role'],
  group: string | null,
): DemoSeat => ({ key, name, organisation, role, group });

/** Numbered notes in one column by one hand: a group's secretary writes for the group. */
const column = (
  id: string,
  by: string,
  index: number,
  notes: readonly (readonly [text: string, meaning: NoteMeaning | ''])[],
): readonly DemoObject[] =>
  notes.map(([text, meaning], number) => demoNote(`${id}-${number + 1}`, by, index, text, meaning));

const groupWork: readonly DemoObject[] = [
  ...column('group-1', 'municipality-north', 0, [
    ['Grupp 1: A är det bästa alternativet.', ''],
    ['A ger störst tyngd, neutralitet och acceptans, eftersom staten då står bakom.', 'strength'],
    [
      'A kräver pengar för två år: nya medel genom regeringsbeslut, eller omfördelning inom budgeten. Lång uthållighet är inte avgörande, för behovet finns nu.',
      'need',
    ],
    ['A passar med att forumet går mot ett mer operativt arbete.', 'strength'],
    ['Den styrgrupp som redan finns kan styra programmet. Branschen får insyn.', 'strength'],
    [
      'B är näst bäst om A inte går att finansiera. Ägare bör då vara Bredbandsforum eller PTS, som har den neutralitet som krävs. Andra kan vara med och betala.',
      '',
    ],
    ['C är minst seriöst: leveransen blir inte enhetlig, och materialet skulle behöva skyddas.', 'risk'],
  ]),
  ...column('group-2', 'coordinator-east', 1, [
    ['Grupp 2: B är det bästa alternativet.', ''],
    [
      'B är bäst med PTS som ägare och finansiär inom sin främjande roll. De regionala koordinatorerna genomför programmet hos kommunerna.',
      'strength',
    ],
    ['Det behövs ett förvaltningsråd. Arbetsgruppen kan vara det i ett första skede.', 'need'],
    ['A är fel, för Bredbandsforum kan inte säkra att arbetet består på sikt.', 'risk'],
    ['C är olämpligt: det saknar enhetlighet och drivkraft, och resultat blir svåra att utvärdera.', 'risk'],
    ['Varje Bredbandslyft behöver mätbara mål.', 'need'],
    [
      'De första kommunerna bör spegla hela landet: stora och små, i norr och i söder. Följ upp tidsåtgången 2018 för att få den totala kostnaden.',
      'idea',
    ],
    ['En variant till självkostnad för kommunen är möjlig.', 'idea'],
  ]),
  ...column('group-3', 'municipality-south', 2, [
    ['Grupp 3: A är det bästa alternativet.', ''],
    [
      'Programmet behöver ledas av en neutral part med överblick. Bredbandsforum har den och samordnar redan koordinatorerna.',
      'strength',
    ],
    ['Med A undviks dubbelarbete, och alla berörda aktörer kan fortsatt vara med.', 'strength'],
    [
      'En intresseorganisation bör inte driva programmet: det kan bli partiskt. Det bör ligga under staten.',
      'risk',
    ],
    [
      'B är också bra om Bredbandsforum eller PTS har huvudansvaret. Någon form av styrgrupp eller referensgrupp behövs.',
      '',
    ],
    ['Konceptet kan rymmas i PTS främjande uppdrag eller i koordinatorernas uppgifter.', 'idea'],
    ['C är inte bra.', 'risk'],
  ]),
  ...column('comments', 'secretary', 3, [
    ['Arbetsgruppen upphör i juni. Det som inte är framtaget då är inte säkert att det blir gjort.', 'risk'],
    ['Räcker en rekommendation, eller behövs mer för att arbetet ska fortsätta?', 'question'],
    ['De regionala koordinatorerna skulle behöva förstärkning för att bära ett större ansvar.', 'need'],
    ['Ett fjärde alternativ finns: att ta ut självkostnadspris.', 'idea'],
    ['Det finns en gräns, också en juridisk, för vad kommunen kan betala.', 'risk'],
    ['Får Bredbandsforum eller PTS ta emot pengar från andra aktörer? Frågan behöver utredas.', 'question'],
    ['Arbetshypotes: 30–50 kommuner åren 2018–2020.', ''],
    ['Knyt arbetet till delmålen i bredbandsstrategin.', 'idea'],
    ['Kostnaderna måste vara kända innan ett konkret förslag kan läggas fram.', 'need'],
    ['Konceptet är beroende av analyshjälp från PTS.', 'risk'],
  ]),
];

/** The founding meeting's group work, in our own words and without names: who sat in which group was not recorded. */
export const governance2018: DemoWorkshop = {
  template: 'working-group',
  title: 'Kommungruppens femte möte (exempel)',
  organisation: 'Kommungruppen',
  place: 'Stockholm',
  language: 'sv',
  seats: [
    seat('leader', 'Ordföranden', 'Kommunförbund', 'workshop-leader', null),
    seat('municipality-north', 'Kommun i norr', 'Kommun', 'broadband-strategist', 'group-1'),
    seat('network-west', 'Lokalt stadsnät', 'Stadsnät', 'network-head', 'group-1'),
    seat('coordinator-west', 'Koordinator i väster', 'Region', 'regional-coordinator', 'group-1'),
    seat('operator-1', 'Operatör 1', 'Operatör', 'market-actor', 'group-1'),
    seat('municipality-middle', 'Kommun i Mellansverige', 'Kommun', 'broadband-strategist', 'group-2'),
    seat('coordinator-east', 'Koordinator i öster', 'Region', 'regional-coordinator', 'group-2'),
    seat('operator-2', 'Operatör 2', 'Operatör', 'market-actor', 'group-2'),
    seat('municipality-south', 'Kommun i söder', 'Kommun', 'broadband-strategist', 'group-3'),
    seat('network-association', 'Branschförening', 'Stadsnätens förening', 'market-actor', 'group-3'),
    seat('federation', 'Handläggare', 'Kommunförbund', 'programme-office', 'group-3'),
    seat('secretary', 'Sekreteraren', 'Programkansliet', 'secretary', null),
  ],
  pages: {
    information: [
      demoNote(
        'pilot-1',
        'secretary',
        0,
        'Tio personer är anmälda till piloten, bland dem kommunchef, ordförande och oppositionsråd.',
      ),
      demoNote(
        'pilot-2',
        'secretary',
        0,
        'Enkäten är öppen och många har svarat. Nuläge och investeringsbehov är kartlagda.',
      ),
      demoNote(
        'pilot-3',
        'municipality-middle',
        0,
        'Utvärdera med deltagarna direkt efter piloten, och be om referenspersoner.',
        'need',
      ),
      demoNote('feedback-1', 'secretary', 1, 'Positiva reaktioner i alla tre avstämningarna.', 'strength'),
      demoNote('feedback-2', 'secretary', 1, 'En avgift kring 15 000 kronor anses rimlig.'),
      demoNote(
        'feedback-3',
        'coordinator-west',
        1,
        'Hur väljs kommunerna ut, och hur väcks efterfrågan lokalt?',
        'question',
      ),
      demoNote(
        'plan-1',
        'secretary',
        2,
        'Slutrapporten granskas i detalj, workshopmaterialet bara på konceptnivå.',
      ),
      demoNote('plan-2', 'secretary', 2, 'Synpunkter på utskickat material lämnas senast den 14 mars.'),
    ],
    'group-work': groupWork,
    material: [
      demoNote(
        'material-1',
        'federation',
        0,
        'I stort är gruppen nöjd med det material som granskats.',
        'strength',
      ),
      demoNote(
        'material-2',
        'operator-1',
        1,
        'Inbjudan, inventeringen och vägvalen är delvis inte neutrala i fråga om teknik.',
        'risk',
      ),
      demoNote(
        'material-3',
        'network-west',
        0,
        'Stadsnätschefen bör inte delta i strategiska vägval, men självklart i frågor där alla marknadsaktörer får vara med. Det behöver bli tydligt.',
        'need',
      ),
      demoNote(
        'material-4',
        'municipality-south',
        2,
        'Materialet talar för mycket om kostnad och arbete och för lite om vinster.',
        'risk',
      ),
    ],
    'next-steps': [
      demoNote(
        'meeting-6',
        'secretary',
        0,
        'Möte 6: 23 april, kl. 10–14, Stockholm. Datumet är ändrat från den 11 april.',
      ),
      demoNote(
        'meeting-7',
        'secretary',
        1,
        'Möte 7: 31 maj, kl. 10–14, Stockholm. Datumet är ändrat från den 16 maj.',
      ),
      demoNote(
        'report',
        'leader',
        2,
        'Slutrapporten ska innehålla en rekommendation om förvaltningen åren 2019–2020.',
      ),
    ],
  },
  visits: [
    { activity: 'welcome', minutes: 8 },
    { activity: 'information', minutes: 27 },
    { activity: 'plan', minutes: 21 },
    { activity: 'group-work', minutes: 49 },
    { activity: 'lunch', minutes: 45 },
    { activity: 'group-work-continued', minutes: 38 },
    { activity: 'material', minutes: 26 },
    { activity: 'inspiration', minutes: 12 },
    { activity: 'closing', minutes: 9 },
  ],
  poll: {
    pageId: 'group-work',
    question: 'Hur bör programmet förvaltas åren 2019–2020?',
    method: 'ranking',
    electorate: 'group',
    secrecy: 'named',
    options: [
      { id: 'choice-a', title: 'A. Bredbandsforum äger, finansierar och väljer ut' },
      { id: 'choice-b', title: 'B. En aktör äger, en styrgrupp finansierar och beslutar' },
      { id: 'choice-c', title: 'C. En aktör äger, alla får använda fritt' },
    ],
    ballots: [
      {
        by: 'municipality-north',
        ballot: { kind: 'ranking', tiers: [['choice-a'], ['choice-b'], ['choice-c']] },
      },
      {
        by: 'coordinator-east',
        ballot: { kind: 'ranking', tiers: [['choice-b'], ['choice-a', 'choice-c']] },
      },
      {
        by: 'municipality-south',
        ballot: { kind: 'ranking', tiers: [['choice-a'], ['choice-b'], ['choice-c']] },
      },
    ],
  },
};
