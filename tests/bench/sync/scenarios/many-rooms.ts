import { COMPLETENESS, COSTS, EDIT_TIMES, POINTER_TIMES, SAVED_TIMES, steadyLoad } from './steady-load.ts';

export const manyRooms = steadyLoad({
  id: 'rooms',
  title: '200 rooms of 5',
  about: 'A thousand people in 200 rooms of five at the standard load; of ours, 200 workshops.',
  repetitions: { full: 1, quick: 1 },
  params: {
    full: { rooms: 200, people: 5, warmUpMs: 3_000, measureMs: 8_000 },
    quick: { rooms: 200, people: 5, warmUpMs: 1_500, measureMs: 3_000 },
  },
  figures: () => [...EDIT_TIMES, ...POINTER_TIMES, ...SAVED_TIMES, ...COSTS, ...COMPLETENESS],
});
