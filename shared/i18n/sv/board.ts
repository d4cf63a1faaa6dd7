import type { AddableKind } from '#shared/modules/module-kinds.ts';
import { commands } from './board-commands.ts';

const add: Readonly<Record<AddableKind, string>> = {
  item: 'Post',
  choice: 'Vägval',
  note: 'Anteckning',
};

const empty: Readonly<Record<AddableKind, string>> = {
  item: 'Lägg till den första posten med knappen nedan, eller dubbelklicka för en anteckning.',
  choice: 'Lägg till det första vägvalet med knappen nedan, eller dubbelklicka för en anteckning.',
  note: 'Dubbelklicka var som helst och skriv, eller använd knappen nedan.',
};

/** How far something was moved, in steps that can be heard: nobody counts board units. */
const direction = (dx: number, dy: number): string => {
  const ways = [dx < 0 ? 'vänster' : dx > 0 ? 'höger' : '', dy < 0 ? 'upp' : dy > 0 ? 'ned' : ''];
  return ways.filter(Boolean).join(' och ');
};

const toolNames = {
  select: 'Markera',
  lasso: 'Lasso',
  hand: 'Flytta vyn',
  draw: 'Rita',
  pen: 'Penna',
  marker: 'Märkpenna',
  eraser: 'Suddgummi',
  laser: 'Pekare',
  text: 'Text',
  shape: 'Figur',
  connector: 'Pil',
  frame: 'Ram',
  stamp: 'Stämpel',
  table: 'Tabell',
  link: 'Länk',
  image: 'Bild',
};

/** The whiteboard. Swedish is the type: English has exactly the same keys. */
export const board = {
  label: 'Tavlan',
  help: 'Tabb går från kort till kort och piltangenterna flyttar kortet. Retur skriver, mellanslag markerar, M öppnar menyn, Delete tar bort. Escape går tillbaka till tavlan, där piltangenterna flyttar vyn, plus och minus ändrar storlek och ettan visar allt.',

  tools: 'Verktyg',
  select: 'Markera',
  selectHint: 'Markera och flytta kort (V)',
  hand: 'Flytta vyn',
  handHint: 'Flytta vyn (H, eller håll ned mellanslag)',
  add,
  toolNames,
  more: 'Mer',
  moreTools: 'Mer: fler verktyg',
  moreToolsWith: (tool: string) => `Mer: fler verktyg. ${tool} är valt.`,
  optionsOf: (tool: string) => `Val för ${tool.toLowerCase()}`,
  toolTaken: (tool: string, isKept: boolean) =>
    isKept ? `${tool} är kvar tills du väljer något annat.` : `${tool}. Klicka på tavlan, eller tryck Retur.`,
  placeInView: 'Lägg mitt i vyn',
  putDown: 'Tillbaka till markera',
  formOfShape: 'Figurens form',
  markOfStamp: 'Stämpelns märke',
  openLink: (title: string, host: string) => `Öppna ${title} på ${host} i en ny flik`,
  addressWrong: 'Skriv en webbadress, till exempel https://exempel.se.',
  cell: (row: number, column: number, heading: string) =>
    `Rad ${row}, kolumn ${column}${heading === '' || row === 1 ? '' : `, ${heading}`}`,
  addRow: 'Ny rad',
  addColumn: 'Ny kolumn',
  removeRow: 'Ta bort raden',
  removeColumn: 'Ta bort kolumnen',
  connectTo: 'Koppla till …',
  moveEnd: { from: 'Börjar vid …', to: 'Slutar vid …' },
  endOf: {
    from: (name: string) => `Var börjar pilen? ${name}`,
    to: (name: string) => `Var slutar pilen? ${name}`,
  },
  connectorBegun: 'Pilen har börjat här. Klicka där den ska sluta, eller tryck Escape.',
  connected: (name: string) => `Kopplat: ${name}.`,
  inkColor: 'Färg',
  inkWidth: 'Bredd',
  erased: (n: number) =>
    `${n === 1 ? 'Strecket är borttaget' : `${n} streck är borttagna`}. Ångra med Ctrl+Z.`,
  strokeName: (color: string, tool: string) => `Streck, ${color.toLowerCase()} ${tool.toLowerCase()}`,
  images: {
    alt: 'Vad bilden visar',
    askTitle: 'Beskriv bilden',
    askWhy: 'Orden läses upp för den som inte ser bilden, och står i protokollet. Du kan ändra dem senare.',
    saveAlt: 'Spara beskrivningen',
    skip: 'Hoppa över',
    missing: 'Bilden går inte att hämta',
    sending: (file: string) => `Lägger till ${file}.`,
    underWay: (n: number) => (n === 1 ? 'En bild läggs till …' : `${n} bilder läggs till …`),
    unreadable: (file: string) =>
      `${file} går inte att läsa som bild. Filen kan vara skadad; spara den som JPEG eller PNG och försök igen.`,
    failed: (file: string, why: string) => `${file} lades inte till. ${why}`,
    retry: 'Försök igen',
    dismiss: 'Ta bort meddelandet',
  },
  readOnly: 'Tavlan kan bara läsas just nu.',

  view: 'Vyn',
  viewButtons: 'Storlek och läge',
  zoomIn: 'Större',
  zoomOut: 'Mindre',
  fit: 'Visa allt',
  naturalSize: (percent: string) => `${percent}. Visa i full storlek.`,
  panning: 'Flytta vyn med knappar',
  minimapShown: 'Översiktskarta',
  minimap: 'Hela tavlan i liten skala',
  minimapHint: 'Klicka eller använd piltangenterna för att flytta vyn',
  panLeft: 'Vyn åt vänster',
  panRight: 'Vyn åt höger',
  panUp: 'Vyn uppåt',
  panDown: 'Vyn nedåt',

  selected: (n: number) => (n === 1 ? '1 markerat kort' : `${n} markerade kort`),
  isSelected: 'markerat',
  selectionMenu: 'Det markerade',
  write: 'Skriv',
  details: 'Alla uppgifter',
  meaning: 'Märkning',
  move: 'Flytta',
  remove: 'Ta bort',
  unselect: 'Avmarkera',

  moving: 'Flytta det markerade',
  moveLeft: 'Åt vänster',
  moveRight: 'Åt höger',
  moveUp: 'Uppåt',
  moveDown: 'Nedåt',
  longSteps: 'Långa steg',
  besideLabel: 'Flytta intill',
  besideChoose: 'Välj ett kort',
  besideDo: 'Flytta dit',

  moved: (dx: number, dy: number) => `Flyttat åt ${direction(dx, dy)}.`,
  size: 'Storlek',
  width: 'Bredd',
  height: 'Höjd',
  angle: 'Vridning, grader',
  toFrameLabel: 'Flytta till ram',
  toFrameChoose: 'Välj en ram',
  outOfFrames: 'Utanför ramarna',
  movedToFrame: (title: string | null) =>
    title === null ? 'Flyttat ut ur ramen.' : `Flyttat till ${title.trim() === '' ? 'ramen' : title}.`,
  movedBeside: 'Flyttat dit.',
  removed: (n: number) => `${n === 1 ? 'Kortet är borttaget' : `${n} kort är borttagna`}. Ångra med Ctrl+Z.`,
  goneWhileWriting: 'Någon annan tog bort kortet som du skrev på.',

  objectsIn: (n: number) => (n === 1 ? '1 kort' : `${n} kort`),

  emptyTitle: 'Här är det tomt än så länge',
  empty,
  emptyReadOnly: 'Det som skrivs här syns så snart någon lägger till det.',

  commands,

  pros: 'Fördelar',
  cons: 'Nackdelar',
  author: (name: string) => `av ${name}`,
  close: 'Stäng uppgifterna',

  together: {
    open: 'Tillsammans och lugn',
    pointers: 'Visa andras pekare',
    pointersHint: 'Är ni fler än 25 visas de bara om du slår på dem.',
    calm: 'Lugnt läge',
    calmHint: 'Inga pekare, inget som rör sig av sig självt, en ram i taget.',
    speak: 'Läs upp andras ändringar',
    people: 'Här just nu',
    nobody: 'Ingen annan har tavlan framme.',
    follow: (name: string) => `Följ ${name}`,
    unfollow: 'Sluta följa',
    following: (name: string) => `Du följer ${name}. Vyn följer med tills du själv rör tavlan.`,
    followingEnded: 'Du följer inte längre någon.',
    gather: 'Samla alla här',
    gatherHint: 'Alla som har sidan framme får se det som du ser, eller det som är markerat.',
    gathered: 'Alla är kallade hit.',
    called: (name: string, asked: boolean) =>
      asked ? `${name} samlar alla. Knappen Gå dit tar dig dit.` : `${name} samlar alla här.`,
    come: 'Gå dit',
    stay: 'Stanna',
    back: 'Tillbaka dit jag var',
    nextFrame: 'Nästa ram',
    previousFrame: 'Föregående ram',
    frame: (title: string, position: number, count: number) => `${title}, ram ${position} av ${count}.`,
    noFrames: 'Det finns ingen ram på tavlan.',
    lastFrame: 'Det finns ingen ram åt det hållet.',
    selectedBy: (name: string) => `Markerat av ${name}`,
  },
};

export type BoardMessages = typeof board;
