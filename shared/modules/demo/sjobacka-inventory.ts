import type {
  AREA_TYPES,
  CERTAINTIES,
  INVENTORY_CATEGORIES,
  PRIORITIES,
} from '#shared/content/kinds/inventory-item.ts';
import type { DemoObject } from './demo-workshop.ts';

interface Finding {
  readonly title: string;
  readonly subArea: string;
  readonly areaType?: (typeof AREA_TYPES)[number];
  readonly category: (typeof INVENTORY_CATEGORIES)[number];
  readonly description: string;
  readonly households?: number;
  readonly workplaces?: number;
  readonly connectedShare?: number;
  readonly passedShare?: number;
  readonly needs?: string;
  readonly costEstimate?: number;
  readonly priority: (typeof PRIORITIES)[number];
  readonly source: string;
  readonly date: string;
  readonly certainty: (typeof CERTAINTIES)[number];
}

const item = (id: string, by: string, finding: Finding): DemoObject => ({
  id: `item-${id}`,
  kind: 'item',
  by,
  fields: { ...finding },
});

const STATISTICS = {
  source: 'PTS bredbandskartläggning (exempelvärden)',
  date: '2025-10-01',
  certainty: 'measured',
} as const;

/** The six areas sum to 3 100 households, 2 480 connected and 2 910 passed; costs follow the programme's default model. */
const areas: readonly DemoObject[] = [
  item('centrum', 'coordinator', {
    title: 'I stort sett utbyggt',
    subArea: 'Centrum',
    areaType: 'town',
    category: 'access',
    description: 'Alla fastigheter kan beställa. De som inte är anslutna har valt att vänta.',
    households: 1700,
    workplaces: 410,
    connectedShare: 92,
    passedShare: 100,
    needs: 'Driftsäkerhet för vårdcentral och kommunhus.',
    priority: 'low',
    ...STATISTICS,
  }),
  item('furulund', 'coordinator', {
    title: 'Villaområde där de flesta är anslutna',
    subArea: 'Furulund',
    areaType: 'town',
    category: 'access',
    description: 'Nätet går förbi alla hus. De äldre husen på östra sidan är inte anslutna.',
    households: 450,
    workplaces: 60,
    connectedShare: 88,
    passedShare: 100,
    priority: 'low',
    ...STATISTICS,
  }),
  item('kyrkbyn', 'coordinator', {
    title: 'Alla kan beställa, var femte väntar',
    subArea: 'Kyrkbyn',
    areaType: 'small-locality',
    category: 'access',
    description: 'Anslutningsavgiften uppges vara det vanligaste skälet att vänta.',
    households: 300,
    workplaces: 75,
    connectedShare: 78,
    passedShare: 100,
    needs: 'Skolan och äldreboendet behöver två skilda förbindelser.',
    priority: 'medium',
    ...STATISTICS,
  }),
  item('lillby', 'coordinator', {
    title: 'Låg anslutning trots att nätet finns',
    subArea: 'Lillby',
    areaType: 'small-locality',
    category: 'access',
    description: 'Byalagets nät går förbi alla hus sedan 2021. Drygt hälften har anslutit sig.',
    households: 220,
    workplaces: 45,
    connectedShare: 55,
    passedShare: 100,
    needs: 'Information om vad anslutningen kostar och vad den ger.',
    priority: 'medium',
    ...STATISTICS,
  }),
  item('ostra-dalen', 'coordinator', {
    title: '60 hushåll saknar möjlighet att beställa',
    subArea: 'Östra dalen',
    areaType: 'countryside',
    category: 'access',
    description:
      'De 60 hushållen ligger efter två vägar som ingen har byggt utmed. Beräkning: 60 hushåll × 60 % som ansluter sig × 35 000 kr = 1 260 000 kr. Schablon, inte källbelagd.',
    households: 300,
    workplaces: 130,
    connectedShare: 55,
    passedShare: 80,
    needs: 'Lantbruken behöver uppkoppling för djurövervakning och maskiner.',
    costEstimate: 1_260_000,
    priority: 'high',
    ...STATISTICS,
  }),
  item('norra', 'coordinator', {
    title: 'Inget hushåll kan beställa snabbt bredband',
    subArea: 'Norra skogsbygden',
    areaType: 'sparse',
    category: 'access',
    description:
      'Inget av de 130 hushållen kan beställa minst 1 Gbit/s. Beräkning: 130 hushåll × 55 % som ansluter sig × 80 000 kr = 5 720 000 kr. Schablon, inte källbelagd. Spannet är 3,6–10,7 miljoner kronor.',
    households: 130,
    workplaces: 40,
    connectedShare: 0,
    passedShare: 0,
    needs: 'Larm, tillsyn i hemmet och arbete hemifrån.',
    costEstimate: 5_720_000,
    priority: 'high',
    ...STATISTICS,
  }),
];

const findings: readonly DemoObject[] = [
  item('white-area', 'coordinator', {
    title: 'Norr om ån: ingen aktör har planer',
    subArea: 'Norra skogsbygden',
    areaType: 'sparse',
    category: 'white-area',
    description:
      'Långt mellan husen och en å att korsa. Ingen aktör har anmält planer för de närmaste tre åren.',
    households: 62,
    needs: 'En lösning som fungerar för larm och samtal redan i år.',
    priority: 'high',
    source: 'Kommunens karta',
    date: '2026-01-20',
    certainty: 'stated',
  }),
  item('mobile', 'planning', {
    title: 'Svag mobiltäckning inomhus i norr och öster',
    subArea: 'Hela kommunen',
    category: 'mobile',
    description: '71 % av hushållen har 5G. Samtal inomhus bryts ofta i Norra skogsbygden och Östra dalen.',
    households: 3100,
    needs: 'Hemtjänstens telefoner måste fungera inne hos brukarna.',
    priority: 'high',
    source: 'Mätning längs hemtjänstens slingor',
    date: '2025-11-14',
    certainty: 'measured',
  }),
  item('market-plans', 'coordinator', {
    title: 'En marknadsaktör kan bygga söder om ån 2027',
    subArea: 'Norra skogsbygden',
    areaType: 'sparse',
    category: 'market-plans',
    description: 'Planen gäller 68 hushåll och förutsätter att minst 60 % tecknar sig.',
    households: 68,
    priority: 'medium',
    source: 'Samtal med marknadsaktör',
    date: '2026-02-03',
    certainty: 'stated',
  }),
  item('village-network', 'region', {
    title: 'Två byanät med 140 medlemmar',
    subArea: 'Lillby och Östra dalen',
    areaType: 'countryside',
    category: 'village-network',
    description: 'Båda föreningarna söker någon som kan ta över driften inom fem år.',
    needs: 'Råd om avtal för drift.',
    priority: 'medium',
    source: 'Föreningarnas årsmöten',
    date: '2025-04-10',
    certainty: 'stated',
  }),
  item('public-sites', 'coordinator', {
    title: '41 av 44 kommunala verksamheter har minst 1 Gbit/s',
    subArea: 'Hela kommunen',
    category: 'public-sites',
    description: 'De tre som återstår är en förskola, en badplats med servering och ett vattenverk.',
    needs: 'Vattenverket är viktigast.',
    priority: 'medium',
    source: 'IT-enhetens förteckning',
    date: '2026-01-08',
    certainty: 'measured',
  }),
  item('home-care', 'social', {
    title: 'Digital tillsyn i hemmet: 85 personer i dag',
    subArea: 'Hela kommunen',
    category: 'service-needs',
    description: 'Antalet väntas fördubblas på tre år. I norr går det inte att erbjuda.',
    needs: 'Uppkoppling med reserv hos varje brukare.',
    priority: 'high',
    source: 'Socialförvaltningen',
    date: '2026-01-15',
    certainty: 'estimated',
  }),
  item('joint-laying', 'planning', {
    title: 'Nytt vatten och avlopp söderut 2026',
    subArea: 'Kyrkbyn',
    areaType: 'small-locality',
    category: 'joint-laying',
    description: 'Sex kilometer schakt öppnas. Rör för bredband kan läggas ned samtidigt.',
    priority: 'medium',
    source: 'VA-enhetens projektplan',
    date: '2025-12-01',
    certainty: 'stated',
  }),
  item('support', 'finance', {
    title: 'Stöd på 4,1 miljoner kronor har sökts',
    subArea: 'Östra dalen',
    areaType: 'countryside',
    category: 'support',
    description: 'Ansökan gjordes av en nätägare. Stödet täcker inte hela kostnaden.',
    priority: 'medium',
    source: 'Kopia av ansökan',
    date: '2025-09-30',
    certainty: 'stated',
  }),
  item('strategy', 'executive', {
    title: 'Bredbandsstrategin är från 2015 och har gått ut',
    subArea: 'Hela kommunen',
    category: 'governing-documents',
    description: 'Målen gällde 2020. Ingen handlingsplan finns.',
    needs: 'En ny strategi som kommunfullmäktige beslutar om.',
    priority: 'high',
    source: 'Kommunens författningssamling',
    date: '2015-06-15',
    certainty: 'stated',
  }),
  item('survey', 'coordinator', {
    title: 'Enkäten: 412 har svarat',
    subArea: 'Hela kommunen',
    category: 'survey',
    description:
      'Av dem som svarat i norr och öster uppger de flesta att de hindras varje vecka. De som svarat är inte ett urval av invånarna.',
    priority: 'low',
    source: 'Medborgarenkäten',
    date: '2026-02-20',
    certainty: 'measured',
  }),
];

export const sjobackaInventory: readonly DemoObject[] = [...areas, ...findings];
