import type { LoggedType } from '#shared/report/review.ts';
import type { AgreementVerdict } from '#shared/voting/agreement.ts';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} och ${words.at(-1) ?? ''}`;

const people = (n: number): string => (n === 1 ? '1 person' : `${n} personer`);

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
  'page-restored': (subject) => `”${subject}” återställdes till hur den var tidigare.`,
  'seat-reverted': (subject) => `Ändringar från ${subject} togs tillbaka.`,
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
  expired: 'Kontrollera att hela länken kom med. Annars gäller den inte längre: be workshopledaren om en ny.',

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
  notOpened: 'öppnades inte',
  total: 'Summa',

  withheld: 'Du deltar inte i den här delen, och den visas därför inte för dig.',
  picture: 'Tavlan som bild',
  pictureLabel: (title: string) => `Tavlan ${title} i liten skala. Allt innehåll finns som text här intill.`,
  fullSize: 'Visa i full storlek',
  fullSizeTitle: (title: string) => `Tavlan: ${title}`,
  emptyPage: 'Inga anteckningar.',
  prompts: (n: number): string => (n === 1 ? '1 förberedd lapp' : `${n} förberedda lappar`),
  figuresCaption: 'Inventeringen i siffror',
  choices: 'Vägval',
  alternatives: 'Alternativ',
  choiceDetails: 'Värde, kostnad och argument',

  item: {
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
  },

  result: {
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
    unreleased: 'Omröstningen är stängd, men resultatet har inte visats.',
    annulled: 'Omröstningen makulerades och räknas inte.',
    votersLeftOut: 'Vem som röstat på vad sparas inte i den här tavlan.',
  },

  minutes: {
    title: (title: string) => `Minnesanteckningar från ${title}`,
    dateAndPlace: (date: string, place: string) => (place === '' ? date : `${date}, ${place}`),
    draft: 'Utkast, inte justerat. Anteckningarna redovisar samtal och gruppens inriktning, inte beslut.',
    furtherComments: 'Ytterligare kommentarer',
    conclusions: 'Huvudsakliga slutsatser',
    otherNotes: 'Övrigt',
    nextSteps: 'Nästa steg',
    nothing: 'Inget antecknades.',
    withheld: 'Den här delen visas inte för den som skrev ut anteckningarna.',
    activities: (words: string) => `Punkter: ${words}.`,
  },

  log: {
    title: 'Dagens förlopp',
    show: (n: number): string => (n === 1 ? 'Visa 1 händelse' : `Visa ${n} händelser`),
    time: 'Tid',
    event: 'Händelse',
    lines: log,
  },
};

export type ReviewMessages = typeof review;
