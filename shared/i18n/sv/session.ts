import type { AccessReason } from '#shared/session/permission.ts';

type Refusal = AccessReason | 'wrong-epoch' | 'too-large' | 'other';
type ReadOnlyReason = 'observer' | 'locked' | 'ended';

const refusals: Readonly<Record<Refusal, string>> = {
  'unknown-page': 'Sidan finns inte i den här workshoppen.',
  waiting: 'Workshopledaren har inte släppt in dig än.',
  removed: 'Workshopledaren har tagit bort dig från workshoppen.',
  recused: 'Din roll deltar inte i den här delen.',
  'not-opened': 'Workshopledaren har inte öppnat sidan än.',
  observer: 'Din roll följer den här delen utan att skriva.',
  locked: 'Workshopledaren har låst skrivandet.',
  ended: 'Workshoppen är avslutad.',
  'wrong-epoch': 'Sidan har återställts från en säkerhetskopia. Ladda om för att se den som den är nu.',
  'too-large': 'Det som skickades från den här enheten var för stort. Ladda om sidan.',
  other: 'Sidan kunde inte öppnas. Ladda om och försök igen.',
};

const readOnly: Readonly<Record<ReadOnlyReason, string>> = {
  locked: 'Skrivandet är låst just nu. Du kan läsa allt.',
  observer: 'Din roll läser den här delen men skriver inte i den.',
  ended: 'Workshoppen är avslutad. Sidan går att läsa men inte att ändra.',
};

const changes = (n: number): string => (n === 1 ? '1 ändring' : `${n} ändringar`);
const people = (n: number): string => (n === 1 ? '1 person' : `${n} personer`);

/** Swedish is the type: English has exactly the same keys. */
export const session = {
  windowTitle: (activity: string, workshop: string) => `${activity} – ${workshop} – Vägval`,
  skip: 'Hoppa till innehållet',

  stage: {
    welcome: 'Välkommen',
    youAreIn: (name: string) => `Du är med, ${name}.`,
    soonFirst:
      'Workshopledaren öppnar den första punkten när det är dags. Din skärm följer med av sig själv.',
    beforeStart: 'Innan ni börjar',
    beforeStartLead:
      'Visa koden så att alla kan gå med. När du öppnar den första punkten följer allas skärmar med.',
    nothingOpen: 'Ingen punkt är öppen',
    soonNext: 'Workshopledaren öppnar nästa punkt när det är dags.',
    pickNext: 'Öppna en punkt på dagordningen för att fortsätta.',
    ended: 'Workshoppen är avslutad',
    endedText: 'Tack för i dag. Sidorna finns kvar och går att läsa.',
    endedLead:
      'Sidorna går att läsa men inte att ändra. Dela länken till den sparade tavlan med dem som ska läsa.',
    afterBreak: (title: string) => `Sedan: ${title}`,
    readMeanwhile: 'Sidor du kan läsa',
    goOnWith: 'Du kan fortsätta med',
    nothingToGoOnWith:
      'Det finns ingen annan öppen sida just nu. Din skärm följer med när nästa punkt öppnas.',
    openingPage: 'Öppnar sidan…',
    cannotOpen: 'Sidan kan inte visas',
    partFailed: 'Den här delen kunde inte hämtas. Kontrollera nätet och försök igen.',
    reload: 'Ladda om',
    refusals,
    readOnly,
  },

  follow: {
    opened: (title: string) => `Workshopledaren har öppnat ${title}.`,
    ended: 'Workshoppen är avslutad.',
    soon: (title: string) => `Workshopledaren går vidare till ${title}.`,
    lookingAt: (title: string) => `Du tittar på ${title}.`,
    lookingAhead: (title: string) => `Du tittar på ${title}, som inte är öppnad för deltagarna än.`,
    back: 'Till det som pågår',
  },

  agenda: {
    title: 'Dagordning',
    show: 'Visa dagordningen',
    hide: 'Dölj dagordningen',
    now: 'Pågår',
    done: 'Klar',
    planned: (minutes: number) => `${minutes} min`,
    actual: (minutes: number, planned: number) => `${minutes} min av ${planned}`,
    tookMinutes: (minutes: number, planned: number) => `${minutes} min (planerat ${planned})`,
    total: (duration: string) => `Sammanlagt ${duration}`,
    duration: (hours: number, minutes: number) =>
      [hours > 0 ? `${hours} tim` : '', minutes > 0 || hours === 0 ? `${minutes} min` : '']
        .filter(Boolean)
        .join(' '),
    plannedEnd: 'Planerat slut',
    expectedEnd: 'Beräknat slut',
    open: (title: string) => `Öppna ${title} för alla`,
    recused: 'din roll deltar inte',
  },

  views: {
    label: 'Visa sidan som',
    board: 'Tavla',
    table: 'Tabell',
    outline: 'Disposition',
    cards: 'Kort',
  },

  timer: {
    label: 'Tid kvar',
    left: 'kvar',
    over: 'över tiden',
    paused: 'pausad',
    upNow: 'Tiden är slut',
    of: (minutes: number) => `av ${minutes} min`,
    mark: { 5: 'Fem minuter kvar.', 1: 'En minut kvar.', 0: 'Tiden är slut.' },
    controls: 'Tid',
    minutes: 'Minuter',
    minutesWrong: 'Skriv ett helt antal minuter, 1 till 480.',
    start: 'Starta tiden',
    pause: 'Pausa',
    resume: 'Fortsätt',
    stop: 'Ta bort tiden',
    add: (minutes: number) => `+${minutes} min`,
    addWords: (minutes: number) => `Lägg till ${minutes === 1 ? '1 minut' : `${minutes} minuter`}`,
    subtract: '−1 min',
    subtractWords: 'Dra av 1 minut',
  },

  save: {
    connecting: 'Ansluter…',
    back: 'Kontakten är tillbaka.',
    saving: 'Sparar…',
    saved: 'Sparat',
    offline: 'Offline',
    offlineChanges: (n: number) =>
      n === 1
        ? 'Offline – 1 ändring finns bara på den här enheten'
        : `Offline – ${n} ändringar finns bara på den här enheten`,
    cannotSave: 'Kan inte spara',
    banner: {
      offline: 'Ingen kontakt med servern.',
      cannotSave: 'Servern kan inte spara just nu.',
      goOn: 'Du kan fortsätta; det du gör skickas när kontakten är tillbaka.',
      stale: 'Det du ser kan vara inaktuellt. Vi ansluter igen så snart det går.',
      /** `device`: edits outlive the window; `tab`: the browser keeps nothing, so closing it would lose them. */
      kept: {
        device: (n: number) =>
          `Inget är förlorat: ${changes(n)} finns på den här enheten och skickas av sig själv så snart det går.`,
        tab: (n: number) =>
          `${changes(n)} finns bara i det här fönstret och skickas av sig själv så snart det går. Stäng det inte och ladda inte om, för då går de förlorade.`,
      },
      tellLeader: 'Säg till workshopledaren.',
    },
  },

  notices: {
    'read-only': 'Din ändring togs tillbaka, för skrivandet är låst.',
    'too-large': 'Det är för mycket text på en gång. Inget lades till. Dela upp det i mindre delar.',
    'invalid-object':
      'Din ändring togs tillbaka, för servern kunde inte läsa den. Ladda om sidan om det händer igen.',
    overtaken: 'Det gick inte att ångra, för någon annan har ändrat samma sak efter dig.',
    'locked-object': 'Workshopledaren har låst det här. Det du gjorde är återställt.',
    'page-full': 'Sidan är full. Ta bort något innan du lägger till mer.',
    restored: (unsaved: number) =>
      unsaved === 0
        ? 'Sidan har återställts från en säkerhetskopia. Det du hade på skärmen kan du spara som en fil.'
        : `Sidan har återställts från en säkerhetskopia. ${changes(unsaved)} hann inte sparas. Det du hade på skärmen kan du spara som en fil.`,
    saveEarlier: 'Spara som fil',
    earlierFile: 'det-jag-hade',
  },

  people: {
    title: 'Deltagare',
    here: (here: number, all: number) => `${here} av ${all} är här`,
    hereShort: (here: number) => `${people(here)} är här`,
    you: 'du',
    leader: 'Workshopledare',
    hereNow: 'Här nu',
    lost: (clock: string) => `Tappade kontakten kl. ${clock}`,
    away: 'Inte här',
    noGroup: 'Ingen grupp',
  },

  seat: {
    title: 'Min plats',
    name: 'Namn',
    organisation: 'Organisation',
    role: 'Roll',
    roleHint: 'Workshopledaren kan ändra din roll.',
    save: 'Spara',
    saved: 'Ändringen är sparad.',
    nameMissing: 'Skriv ett namn.',
    group: 'Min grupp',
    otherDevice: 'Fortsätt på en annan enhet',
    otherDeviceText:
      'Gör en länk och öppna den på den andra enheten. Då flyttar din plats dit, och den här enheten loggas ut.',
    makeLink: 'Gör en länk',
    makeNewLink: 'Gör en ny länk',
    linkLabel: 'Personlig länk',
    validUntil: (clock: string) =>
      `Länken gäller till kl. ${clock} och kan användas en gång. Dela den inte med någon.`,
    validUntilFor: (clock: string, name: string) =>
      `Länken gäller till kl. ${clock} och kan användas en gång. Ge den bara till ${name}.`,
    qrLabel: 'QR-kod med den personliga länken',
  },

  copy: {
    copy: 'Kopiera',
    copied: 'Kopierat.',
    selected: 'Texten är markerad. Kopiera den med Ctrl + C, eller håll fingret på den.',
  },

  invitation: {
    show: 'Visa hur man går med',
    title: 'Gå med',
    scan: 'Rikta kameran mot rutan',
    or: 'eller gå till',
    andType: 'och skriv koden',
    link: 'Länk att gå med',
    qrLabel: 'QR-kod som leder till workshoppen',
    spelledOut: (code: string) => `Kod: ${code}`,
  },

  settings: {
    title: 'Inställningar',
    language: 'Språk',
    theme: 'Utseende',
    more: 'Mer',
  },

  polls: {
    title: 'Omröstning',
    none: 'Ingen omröstning pågår just nu.',
    openCount: (n: number) => (n === 1 ? '1 öppen omröstning' : `${n} öppna omröstningar`),
    openOn: (title: string) => `Omröstning pågår på ${title}.`,
    goThere: 'Gå dit',
    create: 'Ny omröstning',
  },

  phone: {
    nav: 'Delar av workshoppen',
    now: 'Nu',
    agenda: 'Dagordning',
    lead: 'Leda',
    vote: 'Rösta',
    more: 'Mer',
  },

  leader: {
    title: 'Leda workshoppen',
    previous: 'Föregående',
    next: 'Nästa',
    previousTo: (title: string) => `Föregående punkt: ${title}`,
    openFirst: (title: string) => `Öppna ${title}`,
    goOn: 'Gå vidare',
    openForAll: 'Öppna för alla',
    lastActivity: 'Sista punkten',
    lock: 'Lås skrivandet',
    locked: 'Skrivandet är låst',
    page: 'Sidan',
    workshop: 'Workshoppen',
    waiting: (n: number) => (n === 1 ? '1 person väntar' : `${n} personer väntar`),
    waitingTitle: 'Väntar på att bli insläppta',
    admit: 'Släpp in',
    admitPerson: (name: string) => `Släpp in ${name}`,
    refuse: 'Neka',
    refusePerson: (name: string) => `Neka ${name}`,
    admitAll: 'Släpp in alla',
    seeWaiting: 'Visa',
    asks: (name: string) => `${name} vill vara med.`,
    admission: 'Vem får gå med?',
    admissionOpen: 'Alla som har koden',
    admissionOpenHint: 'De kommer in direkt.',
    admissionApprove: 'De som du släpper in',
    admissionApproveHint: 'De väntar tills du godkänner dem.',
    manage: (name: string) => `Hantera ${name}`,
    role: 'Roll',
    group: 'Grupp',
    roleTakesNoPart: (titles: string) => `Rollen deltar inte i ${titles}.`,
    newLink: 'Ny personlig länk',
    newLinkText: (name: string) =>
      `Om ${name} har bytt telefon eller tömt sin webbläsare: gör en länk som ger platsen tillbaka. Den enhet som har platsen nu loggas ut när länken används.`,
    remove: 'Ta bort från workshoppen',
    removeQuestion: (name: string) => `Ta bort ${name}?`,
    removeText:
      'Personen loggas ut nu. Det som är skrivet finns kvar, och röster som redan är lagda räknas. Du kan släppa in personen igen.',
    removeConfirm: 'Ta bort',
    removedTitle: 'Borttagna',
    letBackIn: 'Släpp in igen',
    letBackInPerson: (name: string) => `Släpp in ${name} igen`,
    links: 'Länkar',
    reviewLink: 'Sparad tavla (för läsning)',
    reviewLinkHint: 'Den som har länken kan läsa den sparade tavlan, nu och efteråt, men inte ändra.',
    leaderLink: 'Till en till workshopledare',
    leaderLinkHint: 'Den som öppnar länken får leda workshoppen. Dela den bara med en medledare.',
    openReview: 'Öppna den sparade tavlan',
    linksFailed: 'Länkarna kunde inte hämtas.',
    end: 'Avsluta workshoppen',
    endQuestion: 'Avsluta workshoppen?',
    endText: 'Då händer det här, för alla på en gång:',
    endConsequences: [
      'Alla sidor blir läsbara men går inte att ändra.',
      'Öppna omröstningar stängs. Resultat som du inte har visat förblir dolda, så visa dem först om de ska vara med.',
      'Tiden stoppas och dagordningen får sina verkliga minuter.',
      'Den sparade tavlan kan läsas av den som har länken.',
    ],
    endAgain: 'Du kan öppna workshoppen igen om det behövs.',
    endConfirm: 'Avsluta',
    reopen: 'Öppna workshoppen igen',
  },
};

export type SessionMessages = typeof session;
