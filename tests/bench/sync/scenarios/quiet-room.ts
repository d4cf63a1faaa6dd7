import { COMPLETENESS, EDIT_TIMES, SAVED_TIMES, steadyLoad, type SteadyLoad } from './steady-load.ts';

const ROOM: Omit<SteadyLoad, 'warmUpMs' | 'measureMs'> = {
  rooms: 1,
  people: 10,
  habits: { write: 1, point: 0 },
  rates: { editsPerSecond: 0.5, pointersPerSecond: 0 },
};

export const quietRoom = steadyLoad({
  id: 'quiet',
  title: 'A quiet room of 10',
  about:
    'Ten people on one page, each with an edit every other second: how long one edit takes when nothing stands in its way.',
  repetitions: { full: 2, quick: 1 },
  params: {
    full: { ...ROOM, warmUpMs: 2_000, measureMs: 8_000 },
    quick: { ...ROOM, warmUpMs: 1_500, measureMs: 4_000 },
  },
  figures: () => [...EDIT_TIMES, ...SAVED_TIMES, ...COMPLETENESS],
});
