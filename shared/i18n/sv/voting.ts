import type { PollElectorate, PollMethod, PollSecrecy } from '#shared/voting/poll.ts';
import { formatPoints } from '#shared/voting/format-points.ts';

/** What a seat's promise depends on: see `promise`. */
interface PollTerms {
  readonly electorate: PollElectorate;
  readonly secrecy: PollSecrecy;
}

interface TurnoutCount {
  readonly received: number;
  readonly entitled: number;
  readonly electorate: PollElectorate;
}

/** A, A och B, A, B och C. */
function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} och ${last}`;
}

/** 1:a, 2:a, 3:e, 11:e, 21:a. */
function ordinal(place: number): string {
  const unit = place % 10;
  const teens = place % 100 === 11 || place % 100 === 12;
  return `${place}:${(unit === 1 || unit === 2) && !teens ? 'a' : 'e'}`;
}

function voterCount(voters: number, electorate: PollElectorate): string {
  if (electorate === 'group') return voters === 1 ? 'en grupp' : `${voters} grupper`;
  return voters === 1 ? 'en person' : `${voters} personer`;
}

const ofVoters = ({ received, entitled, electorate }: TurnoutCount): string =>
  `${received} av ${entitled}${electorate === 'group' ? (entitled === 1 ? ' grupp' : ' grupper') : ''}`;

const votes = (count: number): string => (count === 1 ? '1 röst' : `${count} röster`);

/** Swedish is the type: English has exactly the same keys. */
export const voting = {
  title: 'Omröstningar',
  none: 'Det har inte varit någon omröstning på den här sidan.',
  newPoll: 'Ny omröstning',
  advisory: 'Gruppens inriktning, rådgivande',
  method: { single: 'Ett val', ranking: 'Rangordning' } satisfies Record<PollMethod, string>,
  electorate: { individual: 'en röst per person', group: 'en röst per grupp' } satisfies Record<
    PollElectorate,
    string
  >,
  secrecy: { named: 'namngiven', secret: 'hemlig' } satisfies Record<PollSecrecy, string>,
  status: { open: 'Öppen', closed: 'Stängd', released: 'Resultat', annulled: 'Annullerad' },
  list,
  /** How an option that people call by a number is named in a sentence. */
  numbered: (mark: string) => `nr\u00a0${mark}`,
  /** A title inside a sentence. */
  quoted: (title: string) => `”${title}”`,
  points: (doubledPoints: number) => formatPoints(doubledPoints, 'sv'),

  /** Who sees what and when, made from the poll's own settings. */
  promise: ({ electorate, secrecy }: PollTerms): readonly string[] => [
    secrecy === 'named'
      ? electorate === 'individual'
        ? 'Namngiven: rösten kan ändras tills omröstningen stängs. När resultatet visas ser alla vem som röstat på vad.'
        : 'Namngiven: alla i gruppen kan ändra gruppens röst tills omröstningen stängs. När resultatet visas ser alla hur varje grupp röstat.'
      : electorate === 'individual'
        ? 'Hemlig: rösten är slutgiltig när den lämnas och kan inte kopplas till dig. Att du har röstat antecknas, men inte på vad.'
        : 'Hemlig: gruppens röst är slutgiltig när någon i gruppen lämnar den och kan inte kopplas till gruppen. Att gruppen har röstat antecknas, men inte på vad.',
    'Tills resultatet visas ser ingen, inte heller workshopledaren, mer än hur många som röstat.',
  ],
  fewVoters: (voters: number, electorate: PollElectorate) =>
    `Bara ${voterCount(voters, electorate)} har rösträtt. Med så få kan andra räkna ut hur någon röstat, särskilt om alla röstar lika.`,

  turnout: (count: TurnoutCount) => `${ofVoters(count)} har röstat`,
  finalTurnout: (count: TurnoutCount) => `${ofVoters(count)} röstade`,
  turnoutUnknown: (entitled: number, electorate: PollElectorate) =>
    `${voterCount(entitled, electorate)} har rösträtt`,

  setup: {
    title: 'Ny omröstning',
    question: 'Fråga',
    suggestedQuestion: (method: PollMethod, electorate: PollElectorate): string =>
      method === 'single'
        ? electorate === 'group'
          ? 'Vilket alternativ tycker gruppen är bäst?'
          : 'Vilket alternativ tycker du är bäst?'
        : electorate === 'group'
          ? 'Hur rangordnar gruppen alternativen?'
          : 'Hur rangordnar du alternativen?',
    method: 'Hur man röstar',
    methods: {
      ranking: { label: 'Rangordning', hint: 'Alternativen ordnas. Flera kan vara lika bra.' },
      single: { label: 'Ett val', hint: 'Den som röstar väljer ett alternativ.' },
    } satisfies Record<PollMethod, { label: string; hint: string }>,
    electorate: 'Vem som röstar',
    individuals: 'Var och en',
    groups: 'Gruppvis: en gemensam röst per grupp',
    people: (n: number) => (n === 1 ? '1 person har rösträtt nu.' : `${n} personer har rösträtt nu.`),
    groupCount: (n: number) => (n === 1 ? '1 grupp har rösträtt nu.' : `${n} grupper har rösträtt nu.`),
    secrecy: 'Öppenhet',
    secrecies: { named: 'Namngiven', secret: 'Hemlig' } satisfies Record<PollSecrecy, string>,
    choices: 'Vägval att rösta om',
    notes: 'Anteckningar att rösta om',
    chosen: (chosen: number, total: number) => `${chosen} av ${total} valda`,
    all: 'Välj alla',
    allNone: 'Välj inga',
    untitled: 'Utan rubrik, kan inte väljas',
    noCards:
      'Det finns inga vägval eller anteckningar att rösta om på den här sidan. Skriv alternativen först.',
    frozen: 'Alternativen fryses när omröstningen öppnas. Ändringar på korten därefter påverkar den inte.',
    long: (n: number) =>
      `Att rangordna ${n} alternativ tar tid på en telefon. De som inte rangordnas delar sista platsen.`,
    open: 'Öppna omröstningen',
    opening: 'Öppnar…',
    unsure: 'Svaret från servern kom inte fram. Försök igen: omröstningen öppnas bara en gång.',
    errors: {
      question: 'Skriv en fråga.',
      'question-too-long': (max: number) => `Frågan är för lång: högst ${max} tecken.`,
      'too-few': 'Välj minst två alternativ.',
      'too-many': (max: number) => `Välj högst ${max} alternativ.`,
      alike: (title: string) => `Flera valda kort heter ”${title}”. Ge dem olika rubriker.`,
    },
  },

  ballot: {
    asking: 'Kontrollerar om rösten redan är lämnad…',
    askingFailed: 'Servern svarar inte, så det går inte att se om rösten redan är lämnad. Försöker igen.',
    forGroup: (group: string) => `Du röstar för ${group}`,
    chooseOne: 'Välj ett alternativ',
    cast: 'Lämna rösten',
    castForGroup: 'Lämna gruppens röst',
    castChanged: 'Lämna den ändrade rösten',
    castSecret: 'Lämna rösten …',
    keep: 'Behåll den mottagna',
    change: 'Ändra',
    nothingChosen: 'Välj ett alternativ först.',
    nothingRanked: 'Rangordna minst ett alternativ först.',
    confirmSecret: 'Rösten är hemlig och kan inte ändras när den är lämnad. Vill du lämna den?',
    confirmSecretGroup:
      'Rösten är hemlig och gäller hela gruppen. Den kan inte ändras när den är lämnad. Vill du lämna den?',
    back: 'Tillbaka',
    received: 'Mottagen',
    receivedGroup: (group: string) => `Mottagen från ${group}`,
    mayChange: 'Du kan ändra rösten tills omröstningen stängs.',
    mayChangeGroup: 'Alla i gruppen kan ändra den tills omröstningen stängs.',
    final: 'Rösten är hemlig och slutgiltig. Den visas inte, eftersom den inte går att koppla till dig.',
    finalGroup:
      'Gruppens röst är hemlig och slutgiltig. Den visas inte, eftersom den inte går att koppla till gruppen.',
    changing: 'Din tidigare röst är mottagen och gäller tills du lämnar den ändrade.',
    changingGroup: 'Gruppens röst är mottagen. Den gäller tills du lämnar en ändrad.',
    sending: 'Skickar rösten…',
    retrying: 'Inte bekräftad än – försöker igen',
    retryingHint:
      'Rösten ligger kvar på den här enheten. Den räknas en gång, även om den skickas flera gånger.',
    retryNow: 'Försök nu',
    checking: 'Omröstningen är stängd. Kontrollerar om din röst hann fram…',
    closedReceived: 'Din röst är mottagen.',
    closedReceivedGroup: 'Gruppens röst är mottagen.',
    closedMissing: 'Ingen röst från dig togs emot.',
    closedMissingGroup: 'Ingen röst från din grupp togs emot.',
    closedWhileEditing: 'Omröstningen stängdes innan du lämnade rösten. Den räknas inte.',
    closedWhileChanging:
      'Omröstningen stängdes innan du lämnade ändringen. Rösten som redan var mottagen gäller.',
    notes: {
      superseded: 'En annan röst togs emot under tiden. Den gäller, och visas här.',
      'already-voted': 'En röst var redan mottagen. Den gäller, och den du försökte lämna nu räknas inte.',
      'too-late': 'Omröstningen hann stängas innan rösten kom fram. Den räknas inte.',
      'other-voter': 'Du röstar inte längre för samma grupp. Rösten du höll på att lämna skickades inte.',
    },
    refused: (why: string) => `Rösten togs inte emot. ${why}`,
  },

  noVote: {
    lead: (why: string) => `Du har ingen röst i den här omröstningen: ${why}`,
    leader: 'du leder workshoppen.',
    role: (role: string) => `din roll, ${role}, röstar inte i den här delen.`,
    group: 'varje grupp lämnar en röst, och du är inte med i någon grupp.',
    roll: 'du finns inte i röstlängden.',
    whichGroup: 'Vilken grupp är du med i?',
  },

  ranking: {
    howTo:
      'Tryck på alternativen i den ordning du vill ha dem, det bästa först. Tryck igen för att ta bort. De du inte rangordnar delar sista platsen.',
    ranked: 'Din ordning',
    tapFor: (place: number) => `Tryck för plats ${place}.`,
    tapOff: (place: number) => `Plats ${place}. Tryck för att ta bort ur ordningen.`,
    up: (option: string) => `Flytta upp ${option}`,
    down: (option: string) => `Flytta ned ${option}`,
    tie: 'Lika bra som den ovanför',
    /** Read out after the words of `tie`, which every line has. */
    tieOf: (option: string, above: string) => `: ${option} och ${above}`,
    rest: (options: readonly string[]) =>
      options.length === 1 ? `Sist: ${list(options)}.` : `Delar sista platsen: ${list(options)}.`,
    nowAt: (option: string, place: number, of: number) => `${option} är på plats ${place} av ${of}.`,
    nowTied: (options: readonly string[], place: number) => `${list(options)} delar plats ${place}.`,
    nowUnranked: (option: string) => `${option} är inte rangordnad.`,
  },

  order: {
    then: (group: string) => `sedan ${group}`,
    last: (group: string) => `sist ${group}`,
    alike: (names: readonly string[]) => `${list(names)} lika`,
    allAlike: 'alla lika',
    first: (group: string) => `Först: ${group}`,
  },

  panel: {
    closed: 'Stängd. Resultatet visas när workshopledaren släpper det.',
    closedForLeader:
      'Stängd. Ingen har sett resultatet än, inte heller du. När du visar det ser alla det samtidigt.',
    annulled: 'Annullerad. Rösterna räknas inte.',
    annulledAfterRelease: 'Annullerad efter att resultatet hade visats. Resultatet gäller inte.',
    options: 'Alternativ',
    close: 'Stäng omröstningen',
    closeEarly: (missing: number | null, electorate: PollElectorate) =>
      missing === null
        ? 'En stängd omröstning kan inte öppnas igen.'
        : `Ännu har ${voterCount(missing, electorate)} inte röstat. En stängd omröstning kan inte öppnas igen.`,
    closeAnyway: 'Stäng ändå',
    wait: 'Vänta',
    release: 'Visa resultatet för alla',
    annul: 'Annullera',
    annulConfirm: 'Rösterna räknas inte och omröstningen kan inte öppnas igen. Ni kan göra en ny.',
    annulReally: 'Annullera omröstningen',
    keep: 'Behåll omröstningen',
    place: 'Lägg resultatet på tavlan',
    placed: 'Ligger på tavlan',
    endedUnreleased: 'Workshoppen är avslutad. Återöppna den om resultatet ska visas.',
  },

  result: {
    noBallots: 'Ingen röst lämnades, så det finns inget resultat.',
    votes,
    share: (part: number) => `${Math.round(part * 100)}\u00a0%`,
    ofCast: (total: number) =>
      `Andel av ${total === 1 ? 'den lämnade rösten' : `de ${total} lämnade rösterna`}.`,
    place: (place: number, tied: boolean) =>
      tied ? `delad ${ordinal(place)} plats` : `${ordinal(place)} plats`,
    placeShort: (place: number, tied: boolean) => (tied ? `delad ${ordinal(place)}` : ordinal(place)),
    ranked: 'Ordning enligt två metoder',
    option: 'Alternativ',
    borda: 'Borda',
    schulze: 'Schulze',
    withPoints: (points: string) => `${points}\u00a0p`,
    firstChoices: 'Förstaval',
    first: (alone: number, shared: number) =>
      shared === 0 ? String(alone) : `${alone} + ${shared} ${shared === 1 ? 'delat' : 'delade'}`,
    bordaMeans: (best: number) =>
      `Borda: varje röst ger ${best}\u00a0poäng till det främsta alternativet och ett mindre för varje plats nedåt. De som är lika delar på poängen.`,
    schulzeMeans:
      'Schulze: alternativen jämförs två och två, och den som står sig mot alla andra kommer först.',
    sharedMeans: 'Delat förstaval: alternativet stod först tillsammans med något annat.',
    pairwise: 'Parvis jämförelse',
    pairwiseMeans:
      'Hur många som satte raden före kolumnen, och tvärtom. Den som satte dem lika räknas inte.',
    versus: (row: number, column: number) => `${row}–${column}`,
    castBallots: 'Så röstade var och en',
    castBallotsGroup: 'Så röstade grupperna',
    unknownVoter: 'Okänd',
    compareNames: (a: string, b: string) => a.localeCompare(b, 'sv', { numeric: true }),
    secret: 'Omröstningen var hemlig. Vem som röstat på vad finns inte sparat.',
  },

  agreement: {
    allAlike: 'Alternativen hamnar lika, enligt båda metoderna.',
    sameOrder: 'Borda och Schulze ger samma ordning.',
    sameFirst: (first: string) =>
      `Borda och Schulze är eniga om första platsen, ${first}, men inte om ordningen därefter.`,
    overlapping: (borda: string, schulze: string) =>
      `Borda och Schulze är delvis eniga om första platsen: ${borda} enligt Borda, ${schulze} enligt Schulze.`,
    apart: (borda: string, schulze: string) =>
      `Borda och Schulze är inte eniga om första platsen: ${borda} enligt Borda, ${schulze} enligt Schulze. Läs den parvisa jämförelsen innan ni drar slutsatser.`,
    pairs: (agreed: number, total: number) => `${agreed} av ${total} par ordnas likadant av båda.`,
  },

  callout: {
    open: 'Omröstning pågår',
    missing: 'Din röst saknas.',
    missingGroup: 'Gruppens röst saknas.',
    vote: 'Rösta',
    unconfirmed: 'Din röst är inte bekräftad än',
    show: 'Visa',
    released: 'Resultatet visas',
    showResult: 'Visa resultatet',
  },
};

export type VotingMessages = typeof voting;
