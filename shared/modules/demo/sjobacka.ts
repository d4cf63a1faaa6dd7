import { demoNote } from './demo-note.ts';
import type { DemoObject, DemoSeat, DemoWorkshop } from './demo-workshop.ts';
import { sjobackaInventory } from './sjobacka-inventory.ts';

const KOMMUN = 'Sjöbacka kommun';

const seat = (key: string, name: string, role: DemoSeat['role'], organisation = KOMMUN): DemoSeat => ({
  key,
  name,
  organisation,
  role,
  group: null,
});

const inGroup = (group: string, member: DemoSeat): DemoSeat => ({ ...member, group });

const inspiration: readonly DemoObject[] = [
  demoNote(
    'care-at-home',
    'social',
    0,
    'Tillsyn hemma med sensorer i stället för nattliga besök. 85 personer har det i dag.',
    'idea',
  ),
  demoNote(
    'study-at-home',
    'opposition',
    0,
    'Distansstudier fungerar inte i norr när mobilnätet är hårt belastat.',
    'need',
  ),
  demoNote('telephone', 'chair', 0, 'Hur når vi dem som inte använder e-tjänster alls i dag?', 'question'),
  demoNote(
    'machines',
    'business',
    1,
    'Verkstäderna vill styra och felsöka maskiner på distans. Det kräver låg svarstid.',
    'need',
  ),
  demoNote(
    'tourism',
    'business',
    1,
    'Fritidshus med bra uppkoppling används fler veckor om året.',
    'strength',
  ),
  demoNote(
    'water-sensors',
    'planning',
    2,
    'Givare i vatten- och avloppsnätet hittar läckor tidigare.',
    'idea',
  ),
  demoNote(
    'outage',
    'coordinator',
    2,
    'Ett enda avbrott på stamförbindelsen stoppar vårdcentral och kommunhus.',
    'risk',
  ),
];

/**
 * A small municipality that does not exist: 3 100 households, 80 % connected, 14 % passed. All figures are made up, and the
 * pages say so.
 */
export const sjobacka: DemoWorkshop = {
  template: 'bredbandslyftet',
  title: 'Bredbandslyftet i Sjöbacka (exempel)',
  organisation: KOMMUN,
  place: 'Kommunhuset, Sjöbacka',
  language: 'sv',
  seats: [
    seat('leader', 'Workshopledaren', 'workshop-leader', 'Programkansliet'),
    inGroup('group-1', seat('executive', 'Kommunchefen', 'chief-executive')),
    inGroup('group-2', seat('chair', 'Kommunstyrelsens ordförande', 'executive-chair')),
    inGroup('group-3', seat('opposition', 'Oppositionsrådet', 'opposition-commissioner')),
    inGroup('group-1', seat('coordinator', 'Bredbandssamordnaren', 'broadband-strategist')),
    inGroup('group-2', seat('planning', 'Samhällsbyggnadschefen', 'planning-head')),
    inGroup('group-2', seat('business', 'Näringslivschefen', 'business-head')),
    inGroup('group-3', seat('finance', 'Ekonomichefen', 'finance-head')),
    inGroup('group-3', seat('social', 'Socialchefen', 'social-head')),
    inGroup('group-1', seat('network', 'Stadsnätschefen', 'network-head', 'Sjöbacka Nät AB')),
    seat('region', 'Regional bredbandskoordinator', 'regional-coordinator', 'Regionen'),
  ],
  pages: {
    welcome: [
      demoNote(
        'made-up',
        'leader',
        0,
        'Det här är ett exempel. Kommunen, personerna och alla uppgifter är påhittade.',
      ),
      demoNote('check-in-1', 'executive', 1, 'Jag vill gå härifrån med en bild som vi alla står bakom.'),
      demoNote('check-in-2', 'opposition', 2, 'Jag vill veta vad det kostar att inte göra något.'),
    ],
    inspiration,
    inventory: sjobackaInventory,
  },
  visits: [
    { activity: 'welcome', minutes: 12 },
    { activity: 'check-in', minutes: 9 },
    { activity: 'inspiration', minutes: 28 },
    { activity: 'gathering', minutes: 8 },
    { activity: 'current-state', minutes: 15 },
  ],
  poll: null,
};
