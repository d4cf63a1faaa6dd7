import type { Field } from '../field.ts';

/** `person`: against slips of the hand, anyone may take it off. `leader`: only a leader may set it, take it off, or change what it is on. */
export const LOCKS = ['person', 'leader'] as const;
export type Lock = (typeof LOCKS)[number];

/** What any object may have besides the fields of its kind. */
export const COMMON_FIELDS = [
  /** The frame it lies in. */
  { key: 'frame', type: 'object' },
  /** Objects with the same one are taken hold of together. */
  { key: 'group', type: 'object' },
  { key: 'lock', type: 'option', options: LOCKS },
] as const satisfies readonly Field[];
