import type { FormSection } from '../fields/form-section.ts';

/** Value before cost, as on the card: what a way forward is for is written before what it takes. */
export const CHOICE_SECTIONS: readonly FormSection[] = [
  { legend: null, keys: ['label', 'line', 'title', 'description'] },
  { legend: 'value', keys: ['valueCitizens', 'valueBusiness', 'valueMunicipality'] },
  { legend: 'cost', keys: ['cost', 'revenue'] },
  { legend: 'arguments', keys: ['pros', 'cons'] },
];
