import type { FormSection } from '../fields/form-section.ts';

export const ITEM_SECTIONS: readonly FormSection[] = [
  { legend: null, keys: ['title', 'description'] },
  { legend: 'place', keys: ['subArea', 'areaType', 'category', 'priority'] },
  { legend: 'figures', keys: ['households', 'workplaces', 'connectedShare', 'passedShare'] },
  { legend: 'needs', keys: ['needs', 'costEstimate'] },
  { legend: 'source', keys: ['source', 'date', 'certainty'] },
];
