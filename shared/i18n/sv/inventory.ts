import type { Kind } from '#shared/content/board-object.ts';
import type { CHOICE_CARD_FIELDS, CHOICE_LINES } from '#shared/content/kinds/choice-card.ts';
import type {
  AREA_TYPES,
  CERTAINTIES,
  INVENTORY_CATEGORIES,
  INVENTORY_ITEM_FIELDS,
  PRIORITIES,
} from '#shared/content/kinds/inventory-item.ts';
import type { ConnectorHead, ConnectorRoute } from '#shared/content/kinds/connector.ts';
import type { DrawingColor, LineWidth } from '#shared/content/kinds/drawing.ts';
import type { LINE_STYLES, SHAPE_FILLS, ShapeForm } from '#shared/content/kinds/shape.ts';
import type { StampMark } from '#shared/content/kinds/stamp.ts';
import type { InkTool } from '#shared/content/kinds/stroke.ts';
import type { TEXT_SCALES } from '#shared/content/kinds/text.ts';
import type { NOTE_FIELDS, NoteMeaning } from '#shared/content/kinds/note.ts';
import type { POLL_RESULT_FIELDS } from '#shared/content/kinds/poll-result.ts';
import type { NumberFault, NumberType } from '#shared/content/number-input-fault.ts';
import { READING_ORDER } from '#shared/content/page-outline.ts';
import type { PageDigest } from '#shared/content/page-digest.ts';
import type { AddableKind } from '#shared/modules/module-kinds.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;
type KeyOf<Fields extends readonly { readonly key: string }[]> = Fields[number]['key'];

const kindWords = (
  one: string,
  many: string,
  untitled: string,
  [few, more]: readonly [string, string],
  [newOne, newMany]: readonly [string, string],
) => ({
  one,
  many,
  untitled,
  count: (n: number) => `${n} ${n === 1 ? few : more}`,
  added: (n: number) => `${n} ${n === 1 ? newOne : newMany}`,
});

/** What each kind of object is called. */
const kinds = {
  item: {
    one: 'Post i inventeringen',
    many: 'Poster i inventeringen',
    untitled: 'Post utan rubrik',
    count: (n: number) => (n === 1 ? '1 post' : `${n} poster`),
    added: (n: number) => (n === 1 ? '1 ny post' : `${n} nya poster`),
  },
  choice: {
    one: 'Vägval',
    many: 'Vägval',
    untitled: 'Vägval utan rubrik',
    count: (n: number) => `${n} vägval`,
    added: (n: number) => (n === 1 ? '1 nytt vägval' : `${n} nya vägval`),
  },
  note: {
    one: 'Anteckning',
    many: 'Anteckningar',
    untitled: 'Tom anteckning',
    count: (n: number) => (n === 1 ? '1 anteckning' : `${n} anteckningar`),
    added: (n: number) => (n === 1 ? '1 ny anteckning' : `${n} nya anteckningar`),
  },
  result: {
    one: 'Resultat av omröstning',
    many: 'Resultat av omröstningar',
    untitled: 'Resultat',
    count: (n: number) => `${n} resultat`,
    added: (n: number) => (n === 1 ? '1 nytt resultat' : `${n} nya resultat`),
  },
  frame: kindWords('Ram', 'Ramar', 'Ram utan rubrik', ['ram', 'ramar'], ['ny ram', 'nya ramar']),
  text: kindWords('Text', 'Texter', 'Tom text', ['text', 'texter'], ['ny text', 'nya texter']),
  table: kindWords(
    'Tabell',
    'Tabeller',
    'Tabell utan rubrik',
    ['tabell', 'tabeller'],
    ['ny tabell', 'nya tabeller'],
  ),
  shape: kindWords('Figur', 'Figurer', 'Figur utan text', ['figur', 'figurer'], ['ny figur', 'nya figurer']),
  image: kindWords('Bild', 'Bilder', 'Bild utan beskrivning', ['bild', 'bilder'], ['ny bild', 'nya bilder']),
  link: kindWords('Länk', 'Länkar', 'Länk utan namn', ['länk', 'länkar'], ['ny länk', 'nya länkar']),
  connector: kindWords('Pil', 'Pilar', 'Pil utan text', ['pil', 'pilar'], ['ny pil', 'nya pilar']),
  stamp: kindWords('Stämpel', 'Stämplar', 'Stämpel', ['stämpel', 'stämplar'], ['ny stämpel', 'nya stämplar']),
  stroke: kindWords(
    'Streck',
    'Streck',
    'Streck för hand',
    ['streck', 'streck'],
    ['nytt streck', 'nya streck'],
  ),
} satisfies Readonly<Record<Kind, unknown>>;

const itemFields: Words<KeyOf<typeof INVENTORY_ITEM_FIELDS>> = {
  title: 'Rubrik',
  subArea: 'Delområde',
  areaType: 'Typ av område',
  category: 'Kategori',
  description: 'Beskrivning',
  households: 'Antal hushåll',
  workplaces: 'Antal arbetsställen',
  connectedShare: 'Andel anslutna',
  passedShare: 'Andel anslutna eller passerade',
  needs: 'Behov',
  costEstimate: 'Uppskattad kostnad',
  priority: 'Prioritet',
  source: 'Källa',
  date: 'Datum för uppgiften',
  certainty: 'Säkerhet',
};

/** The same fields as column headings, where room is scarce. */
const columns: Words<KeyOf<typeof INVENTORY_ITEM_FIELDS>> = {
  ...itemFields,
  households: 'Hushåll',
  workplaces: 'Arbetsställen',
  connectedShare: 'Anslutna',
  passedShare: 'Passerade',
  costEstimate: 'Kostnad',
  areaType: 'Områdestyp',
  date: 'Datum',
};

const itemHints: Partial<Words<KeyOf<typeof INVENTORY_ITEM_FIELDS>>> = {
  connectedShare: 'Minst 1 Gbit/s in i byggnaden.',
  passedShare: 'Minst 1 Gbit/s till tomtgränsen, de anslutna medräknade.',
  costEstimate: 'I kronor, till exempel 250 tkr eller 5,7 mnkr.',
  source: 'Vem eller vad uppgiften kommer från.',
  date: 'Dagen som uppgiften gäller.',
  certainty: 'Hur uppgiften är känd.',
};

const choiceFields: Words<KeyOf<typeof CHOICE_CARD_FIELDS>> = {
  label: 'Beteckning',
  title: 'Rubrik',
  description: 'Beskrivning',
  line: 'Spår',
  valueCitizens: 'Värde för medborgarna',
  valueBusiness: 'Värde för företagen',
  valueMunicipality: 'Värde för kommunen',
  cost: 'Kostnad',
  revenue: 'Intäkt',
  pros: 'Fördelar',
  cons: 'Nackdelar och risker',
};

const noteFields: Words<KeyOf<typeof NOTE_FIELDS>> = {
  text: 'Text',
  meaning: 'Märkning',
};

const resultFields: Words<KeyOf<typeof POLL_RESULT_FIELDS>> = {
  pollId: 'Omröstning',
  placed: 'Resultat',
};

/** The fields of everything that is drawn. */
const drawnFields = {
  text: 'Text',
  title: 'Rubrik',
  label: 'Text på pilen',
  cells: 'Celler',
  url: 'Adress',
  alt: 'Vad bilden visar',
  scale: 'Storlek',
  color: 'Färg',
  form: 'Form',
  fill: 'Fyllning',
  lineStyle: 'Linje',
  lineWidth: 'Bredd',
  route: 'Väg',
  startHead: 'Början',
  endHead: 'Slut',
  from: 'Från',
  to: 'Till',
  tool: 'Penna',
  mark: 'Märke',
  rotation: 'Vridning',
};

const head: Words<ConnectorHead> = { none: 'Ingen spets', arrow: 'Pilspets', dot: 'Punkt' };

const drawnOptions = {
  scale: { small: 'Liten', normal: 'Normal', large: 'Stor', heading: 'Rubrik' } satisfies Words<
    (typeof TEXT_SCALES)[number]
  >,
  color: {
    ink: 'Svart',
    blue: 'Blå',
    green: 'Grön',
    yellow: 'Gul',
    red: 'Röd',
    purple: 'Lila',
  } satisfies Words<DrawingColor>,
  form: {
    rectangle: 'Rektangel',
    rounded: 'Rundad rektangel',
    ellipse: 'Ellips',
    diamond: 'Romb',
    triangle: 'Triangel',
    hexagon: 'Sexhörning',
    arrow: 'Blockpil',
    speech: 'Pratbubbla',
  } satisfies Words<ShapeForm>,
  fill: { none: 'Ingen', tint: 'Ljus', solid: 'Hel' } satisfies Words<(typeof SHAPE_FILLS)[number]>,
  lineStyle: { solid: 'Hel', dashed: 'Streckad', dotted: 'Prickad' } satisfies Words<
    (typeof LINE_STYLES)[number]
  >,
  lineWidth: { thin: 'Tunn', medium: 'Medel', thick: 'Tjock' } satisfies Words<LineWidth>,
  route: { straight: 'Rak', elbow: 'Vinklad', curved: 'Böjd' } satisfies Words<ConnectorRoute>,
  startHead: head,
  endHead: head,
  tool: { pen: 'Penna', marker: 'Märkpenna' } satisfies Words<InkTool>,
  mark: {
    dot: 'Prick',
    star: 'Stjärna',
    heart: 'Hjärta',
    'thumb-up': 'Tumme upp',
    question: 'Frågetecken',
    exclamation: 'Utropstecken',
    check: 'Bock',
  } satisfies Words<StampMark>,
};

const areaType: Words<(typeof AREA_TYPES)[number]> = {
  town: 'Tätort',
  'small-locality': 'Småort',
  countryside: 'Landsbygd',
  sparse: 'Glesbygd',
  'holiday-homes': 'Fritidsområde',
  'business-area': 'Verksamhetsområde',
};

const category: Words<(typeof INVENTORY_CATEGORIES)[number]> = {
  access: 'Tillgång till bredband',
  'white-area': 'Vitt område',
  mobile: 'Mobiltäckning',
  'network-owner': 'Nätägare',
  'market-plans': 'Marknadens planer',
  'village-network': 'Byanät och föreningar',
  'own-network': 'Kommunens eget nät',
  'public-sites': 'Kommunens verksamhetsställen',
  'service-needs': 'Behov i verksamheterna',
  'copper-closure': 'Kopparnätets avveckling',
  robustness: 'Robusthet och beredskap',
  'joint-laying': 'Samförläggning',
  'land-and-permits': 'Markåtkomst och tillstånd',
  support: 'Stöd',
  investment: 'Investeringsbehov',
  'governing-documents': 'Styrdokument',
  organisation: 'Organisation',
  survey: 'Enkätresultat',
  other: 'Övrigt',
};

const priority: Words<(typeof PRIORITIES)[number]> = { high: 'Hög', medium: 'Medel', low: 'Låg' };

const certainty: Words<(typeof CERTAINTIES)[number]> = {
  measured: 'Uppmätt',
  stated: 'Uppgift',
  estimated: 'Uppskattad',
};

const line: Words<(typeof CHOICE_LINES)[number]> = {
  main: 'Huvudspår',
  enabler: 'Möjliggörare',
  reference: 'Jämförelse: ingen förändring',
};

const meaning: Words<NoteMeaning> = {
  idea: 'Idé',
  need: 'Behov',
  question: 'Fråga',
  risk: 'Risk',
  strength: 'Styrka',
};

const numberFaults: Words<NumberFault> = {
  'not-a-number': 'Skriv ett tal med siffror.',
  ambiguous:
    'Det går inte att avgöra vad komma eller punkt betyder. Skriv tusental med mellanslag och högst två decimaler.',
  approximate: 'Skriv bara talet. Att det är ungefärligt anges under Säkerhet.',
  range: 'Skriv ett tal. Ett intervall kan stå i beskrivningen.',
  negative: 'Talet kan inte vara mindre än 0.',
  'not-whole': 'Skriv ett heltal, utan decimaler.',
  'too-precise': 'Skriv högst två decimaler.',
  'over-hundred': 'En andel kan vara högst 100 %.',
  'wrong-unit': 'Talet har en annan enhet än fältet.',
  'too-large': 'Talet är för stort.',
};

const numberExamples: Words<NumberType> = {
  count: 'Till exempel 3 100.',
  money: 'Till exempel 12 000 kr, 250 tkr eller 5,7 mnkr.',
  percent: 'Till exempel 94,5 %.',
};

const add: Words<AddableKind> = {
  item: 'Lägg till post',
  choice: 'Lägg till vägval',
  note: 'Lägg till anteckning',
};

const digest = ({ added, changed, removed }: PageDigest): string => {
  const parts = [
    ...READING_ORDER.map((kind) => (added[kind] ? kinds[kind].added(added[kind]) : '')),
    changed > 0 ? (changed === 1 ? '1 ändrad' : `${changed} ändrade`) : '',
    removed > 0 ? (removed === 1 ? '1 borttagen' : `${removed} borttagna`) : '',
  ];
  return parts.filter(Boolean).join(', ');
};

/** The words for what lies on a page, and for its table, outline, cards and forms. Swedish is the type. */
export const inventory = {
  kinds,
  fields: {
    item: itemFields,
    choice: choiceFields,
    note: noteFields,
    result: resultFields,
    drawn: drawnFields,
  },
  columns,
  hints: { item: itemHints },
  options: { areaType, category, priority, certainty, line, meaning, ...drawnOptions },
  noOption: 'Inte angivet',
  noMeaning: 'Ingen märkning',
  empty: 'Inte ifyllt',

  numberFaults,
  numberExamples,
  storedValue: (value: string) => `Sparat värde: ${value}.`,
  notStored: 'Det du skrev är inte sparat.',
  dateIncomplete: 'Ange år, månad och dag.',
  dateOutOfRange: 'Ange ett datum från 1900 till 2199.',
  textFull: 'Texten är för lång för fältet. Dela upp den i flera.',

  form: {
    sections: {
      place: 'Var och vad',
      figures: 'Läget i siffror',
      needs: 'Behov och kostnad',
      source: 'Varifrån uppgiften kommer',
      value: 'Värde och vinst',
      cost: 'Kostnad och intäkt',
      arguments: 'Fördelar och nackdelar',
    },
    addedBy: (name: string, time: string) => `Tillagd av ${name}, ${time}`,
    prepared: 'Förberedd före workshoppen',
    readOnly: 'Sidan kan bara läsas just nu.',
    gone: 'Det här är borttaget.',
    done: 'Klar',
  },

  removed: (title: string) => `Borttaget: ${title}.`,
  removedUndo: 'Ångra med knappen Ångra eller Ctrl+Z.',
  undo: 'Ångra',
  redo: 'Gör om',
  undone: 'Ångrat.',
  redone: 'Gjort igen.',
  remove: (title: string) => `Ta bort ${title}`,

  add,
  addShort: { item: 'Ny post', choice: 'Nytt vägval', note: 'Ny anteckning' } satisfies Words<AddableKind>,
  find: 'Sök på sidan',
  showing: (shown: number, all: number) => `${shown} av ${all}`,
  showingOf: (shown: number, all: number) => (all === 1 ? `${shown} av 1 post` : `${shown} av ${all} poster`),
  filters: 'Filtrera',
  filtersOn: (n: number) => (n === 1 ? '1 filter' : `${n} filter`),
  anyValue: 'Alla',
  noValue: 'Saknas',
  clearFilters: 'Visa alla',
  nothingFound: 'Inget på sidan stämmer med sökningen.',

  table: {
    label: 'Inventeringen som tabell',
    help: 'Flytta mellan celler med piltangenterna. Skriv med Retur eller F2, gå vidare med Tabb, sluta med Escape.',
    search: 'Sök i tabellen',
    sorted: (column: string, ascending: boolean) =>
      `Sorterat efter ${column}, ${ascending ? 'stigande' : 'fallande'}.`,
    unsorted: 'Sorteringen är borttagen.',
    stale: 'Rader har ändrats sedan tabellen ordnades.',
    refresh: 'Ordna om',
    addRow: 'Lägg till rad',
    open: 'Öppna som formulär',
    actions: 'Åtgärder',
    sum: 'Summa',
    covers: (counted: number, rows: number) => `${counted} av ${rows} poster`,
    sumsNote: 'Summorna räknar raderna som visas. Samma hushåll kan finnas i flera poster.',
    empty: 'Inventeringen är tom. Lägg till den första raden.',
    more: (n: number) => `Visa ${n} rader till`,
  },

  outline: {
    label: 'Sidan som lista',
    empty: 'Sidan är tom.',
    noSubArea: 'Utan delområde',
    moveUp: 'Flytta upp',
    moveDown: 'Flytta ned',
    moved: (title: string, position: number, count: number) => `${title}: plats ${position} av ${count}.`,
    showOnBoard: 'Visa på tavlan',
    expandAll: 'Öppna alla',
    collapseAll: 'Stäng alla',
    changes: 'Andras ändringar',
    changesNone: 'Inget nytt från andra än.',
    changesPause: 'Pausa uppläsningen',
    changesPaused: 'Uppläsningen är pausad.',
    changesResumed: 'Uppläsningen är på.',
    keys: 'Retur öppnar och stänger. Piltangenterna går från rad till rad.',
    moveKeys: 'Alt och pil upp eller ned flyttar raden.',
  },
  digest,

  cards: {
    label: 'Sidans kort',
    empty: 'Här finns inget än.',
    emptyAdd: 'Lägg till det första med knappen längst ned.',
    open: 'Öppna',
    moreOfChoice: 'Kostnad, intäkt och argument',
    less: 'Visa mindre',
    edit: 'Ändra',
    editThis: (title: string) => `Ändra ${title}`,
    openThis: (title: string) => `Öppna ${title}`,
    resultLater: 'Resultatet kunde inte visas här.',
    households: (n: string) => `${n} hushåll`,
  },
};

export type InventoryMessages = typeof inventory;
