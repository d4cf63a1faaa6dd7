import type { Field } from '../field.ts';

export const AREA_TYPES = [
  'town',
  'small-locality',
  'countryside',
  'sparse',
  'holiday-homes',
  'business-area',
] as const;

export const INVENTORY_CATEGORIES = [
  'access',
  'white-area',
  'mobile',
  'network-owner',
  'market-plans',
  'village-network',
  'own-network',
  'public-sites',
  'service-needs',
  'copper-closure',
  'robustness',
  'joint-laying',
  'land-and-permits',
  'support',
  'investment',
  'governing-documents',
  'organisation',
  'survey',
  'other',
] as const;

export const PRIORITIES = ['high', 'medium', 'low'] as const;

/** How the value is known: measured, stated by someone, or estimated. */
export const CERTAINTIES = ['measured', 'stated', 'estimated'] as const;

/** One finding of the inventory: a card on the board, a row in the table, a form on the phone, a line in the minutes. */
export const INVENTORY_ITEM_FIELDS = [
  { key: 'title', type: 'prose' },
  { key: 'subArea', type: 'line' },
  { key: 'areaType', type: 'option', options: AREA_TYPES },
  { key: 'category', type: 'option', options: INVENTORY_CATEGORIES },
  { key: 'description', type: 'prose' },
  { key: 'households', type: 'count' },
  { key: 'workplaces', type: 'count' },
  /** Share of households connected to ≥ 1 Gbit/s: a physical connection into the building. */
  { key: 'connectedShare', type: 'percent' },
  /** Share of households passed by ≥ 1 Gbit/s, the connected ones included: orderable at the plot boundary. */
  { key: 'passedShare', type: 'percent' },
  { key: 'needs', type: 'prose' },
  { key: 'costEstimate', type: 'money' },
  { key: 'priority', type: 'option', options: PRIORITIES },
  { key: 'source', type: 'line' },
  { key: 'date', type: 'date' },
  { key: 'certainty', type: 'option', options: CERTAINTIES },
] as const satisfies readonly Field[];

export const INVENTORY_ITEM_SIZE = { width: 280, height: 250 } as const;
