import type { Field } from '../field.ts';

/** A main line is chosen one per area; an enabler goes with any; the reference is doing nothing. */
export const CHOICE_LINES = ['main', 'enabler', 'reference'] as const;

/** One way forward. Value and gain come before cost, in every view: that is what the programme learnt from its first reviews. */
export const CHOICE_CARD_FIELDS = [
  /** `A`, `B`, `1`, `12`: what people call it in the room. */
  { key: 'label', type: 'line' },
  { key: 'title', type: 'prose' },
  { key: 'description', type: 'prose' },
  { key: 'line', type: 'option', options: CHOICE_LINES },
  { key: 'valueCitizens', type: 'prose' },
  { key: 'valueBusiness', type: 'prose' },
  { key: 'valueMunicipality', type: 'prose' },
  { key: 'cost', type: 'prose' },
  { key: 'revenue', type: 'prose' },
  { key: 'pros', type: 'prose' },
  { key: 'cons', type: 'prose' },
] as const satisfies readonly Field[];

export const CHOICE_CARD_SIZE = { width: 320, height: 620 } as const;
