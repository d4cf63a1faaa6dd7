import type { Field } from '../field.ts';

/** An address with a name. Nothing is fetched from it: what it leads to learns nothing of who reads the board. */
export const LINK_FIELDS = [
  { key: 'url', type: 'line' },
  { key: 'title', type: 'prose' },
] as const satisfies readonly Field[];

export const LINK_SIZE = { width: 280, height: 88 } as const;
