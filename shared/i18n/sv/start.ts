import type { TemplateId } from '#shared/session/workshop-state.ts';

type Status = 'prepared' | 'live' | 'ended';

const templates: Readonly<Record<TemplateId, { readonly name: string; readonly about: string }>> = {
  bredbandslyftet: {
    name: 'Bredbandslyftet',
    about:
      'Kommunens ledning går igenom nuläget, väger strategiska vägval och bestämmer nästa steg. En halvdag, 10–14.',
  },
  'working-group': {
    name: 'Arbetsgruppsmöte: förvaltningsmodell',
    about: 'Tre grupper jämför alternativen A, B och C, rangordnar dem och redovisar för varandra.',
  },
};

const statuses: Readonly<Record<Status, string>> = {
  prepared: 'Förberedd',
  live: 'Pågår',
  ended: 'Avslutad',
};

/** Swedish is the type: English has exactly the same keys. */
export const start = {
  pageTitle: (view: string) => `${view} – Vägval`,
  home: {
    title: 'Start',
    heading: 'Gå med i en workshop',
    about:
      'Vägval är en gemensam arbetsyta för workshoppar i kommuner. Ni samlar det ni vet, väger alternativen mot varandra, röstar och behåller tavlan efteråt.',
    leaderHint:
      'Ska du leda en workshop? Öppna din ledarlänk. Den visas i fönstret där servern startades, och programkansliet kan ge dig den.',
  },
  code: {
    label: 'Kod',
    hint: 'Sex tecken, som du får av workshopledaren.',
    missing: 'Skriv koden.',
    wrongLength: (typed: number) =>
      typed < 6
        ? `Koden har sex tecken. Du har skrivit ${typed}.`
        : `Koden har sex tecken. Det här är ${typed}.`,
    wrongCharacters: (characters: string) =>
      `Kontrollera ${characters}. Tecken som är lätta att blanda ihop finns inte i någon kod.`,
    submit: 'Gå vidare',
    looking: 'Letar efter workshoppen…',
  },
  mine: {
    heading: 'Mina workshoppar',
    none: 'Här finns inga workshoppar än. Skapa den första.',
    create: 'Ny workshop',
    review: 'Sparad tavla',
    reviewNamed: (title: string) => `Sparad tavla för ${title}`,
    code: 'Kod',
    participants: (n: number) => (n === 1 ? '1 deltagare' : `${n} deltagare`),
    created: (date: string) => `Skapad ${date}`,
    ended: (date: string) => `Avslutad ${date}`,
    statuses,
  },
  create: {
    heading: 'Ny workshop',
    template: 'Mall',
    templates,
    titleLabel: 'Rubrik',
    titleHint: 'Står på allas skärmar och i anteckningarna.',
    titleMissing: 'Skriv en rubrik.',
    organisation: 'Kommun eller organisation',
    place: 'Plats',
    language: 'Mallens språk',
    submit: 'Skapa workshop',
  },
  join: {
    title: 'Gå med',
    intro: 'Du går med i',
    name: 'Namn',
    nameMissing: 'Skriv ditt namn.',
    organisation: 'Kommun eller organisation',
    role: 'Roll',
    roleHint:
      'Rollen avgör vad du deltar i. Företräder du ett nät väljer du den rollen, även om du har andra.',
    rolePlaceholder: 'Välj roll',
    roleMissing: 'Välj din roll.',
    submit: 'Gå med',
    lostSeat: {
      title: {
        moved: 'Din plats flyttades till en annan enhet',
        here: 'Din plats finns inte längre på den här enheten',
      },
      where: {
        moved: 'Fortsätt på enheten du flyttade till.',
        here: 'Troligen har den flyttats till en annan enhet. Fortsätt i så fall där.',
      },
      text: 'Det du har skrivit och röstat hör till platsen. Om du går med här igen blir du en ny person i workshoppen.',
      joinAnew: 'Gå med på nytt som en ny person',
    },
    endedHeading: 'Workshoppen är avslutad',
    ended: 'Det går inte längre att gå med. Workshopledaren kan ge dig en länk till den sparade tavlan.',
    privacyHeading: 'Dina uppgifter',
    privacy: [
      'Vi sparar ditt namn, din organisation och din roll, och det du skriver och röstar i workshoppen.',
      'Alla som är med ser namn, organisation och roll. Vilka som deltog står också i den sparade tavlan.',
      'En hemlig röst sparas utan koppling till dig.',
      'En kaka i webbläsaren minns din plats, så att du kommer tillbaka till den efter ett avbrott.',
      'Den som har bjudit in dig svarar på frågor om uppgifterna.',
    ],
  },
  door: {
    opening: 'Öppnar workshoppen…',
    toStart: 'Till startsidan',
    waiting: {
      title: 'Du blir snart insläppt',
      text: 'Workshopledaren ser att du är här och släpper in dig. Sidan öppnas av sig själv.',
      you: (name: string, role: string) => `Du går med som ${name}, ${role.toLowerCase()}.`,
    },
    removed: {
      title: 'Du är inte längre med i workshoppen',
      text: 'Workshopledaren har tagit bort dig. Om det är ett misstag kan ledaren släppa in dig igen, och då öppnas sidan av sig själv.',
    },
    transferred: {
      title: 'Din plats används nu på en annan enhet',
      text: 'Det du har gjort finns kvar där. Här är du inte längre inloggad.',
      takeBack:
        'Vill du fortsätta här? Välj ”Fortsätt på en annan enhet” på den andra enheten och öppna länken här. Workshopledaren kan också ge dig en ny länk.',
    },
    notFound: {
      title: 'Sidan finns inte',
      text: 'Kontrollera adressen, eller gå med med koden på startsidan.',
    },
    workshopNotFound: {
      title: 'Workshoppen finns inte',
      text: 'Kontrollera länken. Har du en kod kan du använda den på startsidan i stället.',
    },
    notSeated: 'Den här webbläsaren har ingen plats i workshoppen. Gå med med koden.',
    offline: {
      title: 'Ingen kontakt med servern',
      text: 'Kontrollera att enheten är ansluten till rätt nät. Vi försöker igen av oss själva.',
    },
    failed: { title: 'Det gick inte att öppna sidan' },
    expired: {
      title: 'Länken gäller inte längre',
      transfer: 'En länk som flyttar en plats kan användas en gång och gäller i 15 minuter. Be om en ny.',
      leader: 'Servern känner inte igen ledarlänken. Öppna den som visas i fönstret där servern startades.',
      coLeader: 'Be den som leder workshoppen om en ny länk.',
    },
  },
  recused: {
    title: (page: string) => `Du deltar inte i ”${page}”`,
    role: (role: string) => `Din roll är ${role.toLowerCase()}.`,
    why: 'Programmet har en regel: den som företräder ett enskilt nät deltar inte när kommunen gör strategiska val. Regeln finns för att alla aktörer på marknaden ska behandlas lika.',
    notJudged:
      'Det säger inget om dig som person. Där vilken marknadsaktör som helst får delta, deltar du också.',
    hidden: 'Innehållet, omröstningarna och resultaten i den här delen visas inte för dig.',
    meanwhile: 'Det här kan du göra nu',
    actions: [
      'Fortsätta med inventeringen, om sidan är öppen.',
      'Läsa de sidor som ni redan har arbetat med.',
      'Ta en paus. När nästa del öppnas följer din skärm med av sig själv.',
    ],
    wrongRole: 'Stämmer inte rollen? Säg till workshopledaren, som kan ändra den.',
  },
};

export type StartMessages = typeof start;
