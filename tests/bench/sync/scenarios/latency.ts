import { COMPLETENESS, COSTS, EDIT_TIMES, POINTER_TIMES, SAVED_TIMES, steadyLoad } from './steady-load.ts';

export const latency = steadyLoad({
  id: 'latency',
  title: 'One room of 100 at the standard load',
  about:
    '100 people on one page, each at two edits a second (by turns a move of a note and a letter typed in it), a fifth of them with a ' +
    'pointer that moves ten times a second. Times are from sending to having been received by each of the others.',
  repetitions: { full: 2, quick: 1 },
  params: {
    full: { rooms: 1, people: 100, warmUpMs: 3_000, measureMs: 8_000 },
    quick: { rooms: 1, people: 100, warmUpMs: 1_500, measureMs: 3_000 },
  },
  figures: () => [...EDIT_TIMES, ...POINTER_TIMES, ...SAVED_TIMES, ...COSTS, ...COMPLETENESS],
});
