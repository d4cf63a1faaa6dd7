import type { CERTAINTIES, PRIORITIES } from '#shared/content/kinds/inventory-item.ts';
import type { NoteMeaning } from '#shared/content/kinds/note.ts';
import type { LoggedType } from '#shared/report/review.ts';
import type { AgreementVerdict } from '#shared/voting/agreement.ts';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} och ${words.at(-1) ?? ''}`;

const people = (n: number): string => (n === 1 ? '1 person' : `${n} personer`);

const certainties: Readonly<Record<(typeof CERTAINTIES)[number], string>> = {
  measured: 'uppmätt',
  stated: 'uppgift',
  estimated: 'uppskattad',
};

const priorities: Readonly<Record<(typeof PRIORITIES)[number], string>> = {
  high: 'hög',
  medium: 'medel',
  low: 'låg',
};

const meanings: Readonly<Record<NoteMeaning, string>> = {
  idea: 'idé',
  need: 'behov',
  question: 'fråga',
  risk: 'risk',
  strength: 'styrka',
};

const verdicts: Readonly<Record<AgreementVerdict, string>> = {
  'same-order': 'Borda och Schulze ger samma ordning.',
  'same-first': 'Borda och Schulze ger samma första plats, men inte samma ordning därefter.',
  'different-first':
    'Borda och Schulze ger olika första plats. Någon entydig inriktning går inte att utläsa.',
};

const log: Readonly<Record<LoggedType, (subject: string) => string>> = {
  'activity-opened': (subject) => `Punkten ”${subject}” öppnades.`,
  'page-locked': (subject) => `Skrivandet låstes på ”${subject}”.`,
  'page-unlocked': (subject) => `Skrivandet låstes upp på ”${subject}”.`,
  'seat-joined': (subject) => `${subject} anslöt.`,
  'seat-removed': (subject) => `${subject} togs bort.`,
  'seat-role-changed': (subject) => `Rollen ändrades till ${subject}.`,
  'poll-opened': (subject) => `Omröstningen ”${subject}” öppnades.`,
  'poll-closed': (subject) => `Omröstningen ”${subject}” stängdes.`,
  'poll-released': (subject) => `Resultatet av ”${subject}” visades.`,
  'poll-annulled': (subject) => `Omröstningen ”${subject}” makulerades.`,
  'workshop-ended': () => 'Workshoppen avslutades.',
  'workshop-reopened': () => 'Workshoppen öppnades igen.',
};

/** Swedish is the type: English has exactly the same keys. */
export const review = {
  kicker: 'Sparad tavla',
  documentTitle: (title: string) => `Sparad tavla: ${title}`,
  readOnly: 'Tavlan sparades när workshoppen avslutades och kan bara läsas.',
  print: 'Skriv ut',
  printHint: 'Utskriften får formen av minnesanteckningar.',
  contents: 'Innehåll',
  ongoing: {
    title: 'Workshoppen är inte avslutad än',
    text: 'Den sparade tavlan öppnas här när workshopledaren har avslutat workshoppen. Länken gäller då också.',
    again: 'Titta igen',
  },
  expired: {
    title: 'Länken fungerar inte',
    text: 'Kontrollera att hela länken kom med. Annars gäller den inte längre: be workshopledaren om en ny.',
  },
  failed: { title: 'Tavlan kunde inte hämtas' },
  start: 'Till startsidan',

  participants: 'Deltagare',
  participantsCaption: 'Vilka som deltog, efter roll och organisation',
  role: 'Roll',
  organisation: 'Organisation',
  number: 'Antal',
  leads: 'leder workshoppen',
  people,
  nobody: 'Ingen har anslutit till workshoppen.',
  recused: (who: string, pages: readonly string[]) => `${who} deltog inte i ${list(pages)}.`,
  recusedWhy: 'Den som företräder ett nät på marknaden deltar inte i strategiska vägval.',

  agenda: 'Dagordning',
  agendaCaption: 'Dagordning med planerad och faktisk tid i minuter',
  activity: 'Punkt',
  planned: 'Planerat',
  actual: 'Faktiskt',
  inMinutes: 'min',
  notOpened: 'öppnades inte',
  total: 'Summa',

  withheld: 'Du deltar inte i den här delen, och den visas därför inte för dig.',
  picture: 'Tavlan som bild',
  pictureLabel: (title: string) => `Tavlan ${title} i liten skala. Allt innehåll finns som text här intill.`,
  fullSize: 'Visa i full storlek',
  fullSizeTitle: (title: string) => `Tavlan: ${title}`,
  closeFullSize: 'Stäng',
  emptyPage: 'Inga anteckningar.',
  prompts: (n: number): string => (n === 1 ? 'Frågan på tavlan' : 'Frågorna på tavlan'),
  notes: 'Anteckningar',
  items: 'Iakttagelser',
  itemsCaption: 'Alla iakttagelser på sidan',
  choices: 'Vägval',
  alternatives: 'Alternativ',
  results: 'Resultat',
  fromGroup: (group: string) => group,
  meanings,

  item: {
    title: 'Iakttagelse',
    subArea: 'Delområde',
    households: 'Hushåll',
    workplaces: 'Arbetsställen',
    connected: 'Anslutna',
    passed: 'Kan beställa',
    cost: 'Kostnad',
    priority: 'Prioritet',
    source: 'Källa',
    householdsText: (value: string) => `${value} hushåll`,
    workplacesText: (value: string) => `${value} arbetsställen`,
    connectedText: (value: string) => `${value} anslutna`,
    passedText: (value: string) => `${value} kan beställa`,
    sharesText: (words: string) => `Minst 1 Gbit/s: ${words}.`,
    needsText: (value: string) => `Behov: ${value}`,
    costText: (value: string) => `Uppskattad kostnad: ${value}.`,
    priorityText: (value: string) => `Prioritet: ${value}.`,
    sourceText: (value: string) => `Källa: ${value}`,
    noSource: 'Källa saknas',
    untitled: 'Utan rubrik',
  },
  certainties,
  priorities,

  choice: {
    untitled: 'Utan rubrik',
    line: { main: 'huvudspår', enabler: 'möjliggörare', reference: 'jämförelse' },
    valueCitizens: 'Värde för medborgare',
    valueBusiness: 'Värde för företag',
    valueMunicipality: 'Värde för kommunen',
    cost: 'Kostnad',
    revenue: 'Intäkt',
    pros: 'Talar för',
    cons: 'Talar emot',
  },

  result: {
    direction: 'Gruppens inriktning',
    notADecision: 'Resultatet visar gruppens inriktning. Det är inte ett beslut.',
    leads: (option: string) => `Gruppens inriktning: ${option}.`,
    shared: (options: readonly string[]) => `Gruppens inriktning är delad mellan ${list(options)}.`,
    none: 'Ingen röstade, så resultatet visar ingen inriktning.',
    order: (words: string) => `Ordning: ${words}.`,
    ranking: (words: string) => `Gruppens rangordning: ${words}.`,
    choice: (option: string) => `Gruppens val: ${option}.`,
    place: (place: number, options: readonly string[]) => `${place}. ${list(options)}`,
    points: (words: string) => `Poäng enligt Borda: ${words}.`,
    votes: (words: string) => `Röster: ${words}.`,
    schulzeOrder: (words: string) => `Ordning enligt Schulze: ${words}.`,
    bordaOrder: (words: string) => `Ordning enligt Borda: ${words}.`,
    verdicts,
    turnout: (received: number, entitled: number) =>
      `${received} av ${entitled} ${entitled === 1 ? 'möjlig röst' : 'möjliga röster'} lämnades.`,
    how: {
      single: { individual: 'Ett val per person', group: 'Ett val per grupp' },
      ranking: { individual: 'Rangordning per person', group: 'Rangordning per grupp' },
    },
    secrecy: { secret: 'hemlig', named: 'öppen' },
    unreleased: 'Omröstningen är stängd, men resultatet har inte visats.',
    annulled: 'Omröstningen makulerades och räknas inte.',
    option: 'Alternativ',
    borda: 'Poäng (Borda)',
    schulze: 'Plats (Schulze)',
    firstChoices: 'Förstaval',
    sharedFirst: (n: number) => `${n} delade`,
    votesColumn: 'Röster',
    placeColumn: 'Plats',
    pairwiseCaption: 'Hur många som sätter radens alternativ före kolumnens',
    groupsCaption: 'Så röstade grupperna',
    group: 'Grupp',
    ballot: 'Rangordning',
  },

  minutes: {
    title: (title: string) => `Minnesanteckningar från ${title}`,
    dateAndPlace: (date: string, place: string) => (place === '' ? date : `${date}, ${place}`),
    draft: 'Utkast, inte justerat. Anteckningarna redovisar samtal och gruppens inriktning, inte beslut.',
    group: (name: string) => name,
    furtherComments: 'Ytterligare kommentarer',
    conclusions: 'Huvudsakliga slutsatser',
    otherNotes: 'Övrigt',
    nextSteps: 'Nästa steg',
    nothing: 'Inget antecknades.',
    withheld: 'Den här delen visas inte för den som skrev ut anteckningarna.',
    activities: (words: string) => `Punkter: ${words}.`,
  },

  log: { title: 'Dagens förlopp', time: 'Tid', event: 'Händelse', lines: log },
};

export type ReviewMessages = typeof review;
