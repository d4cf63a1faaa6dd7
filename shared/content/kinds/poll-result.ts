import type { Field } from '../field.ts';

/** A released poll laid on its page. Written by the server; people may move it, not change it. */
export const POLL_RESULT_FIELDS = [
  { key: 'pollId', type: 'line' },
  /** `{ question, options, method, electorate, secrecy, result: PollResult, voterNames }` as in `PlacedResult`. */
  { key: 'placed', type: 'data' },
] as const satisfies readonly Field[];

export const POLL_RESULT_SIZE = { width: 460, height: 420 } as const;
