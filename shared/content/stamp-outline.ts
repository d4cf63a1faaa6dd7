import type { StampMark } from './kinds/stamp.ts';

/** The mark of each stamp: a path for a 20 × 20 grid, drawn by us. `filled` ones are areas, the others lines of width 2.5. */
export const STAMP_OUTLINES: Readonly<
  Record<StampMark, { readonly path: string; readonly filled: boolean }>
> = {
  dot: { path: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', filled: true },
  star: {
    path: 'M10 1.8l2.5 5.3 5.8.8-4.2 4 1 5.8-5.1-2.8-5.1 2.8 1-5.8-4.2-4 5.8-.8z',
    filled: true,
  },
  heart: {
    path: 'M10 17.5C4.5 13.6 2 10.7 2 7.4A4.2 4.2 0 0 1 6.2 3c1.6 0 3 .8 3.8 2.2C10.8 3.8 12.2 3 13.8 3A4.2 4.2 0 0 1 18 7.4c0 3.3-2.5 6.2-8 10.1z',
    filled: true,
  },
  'thumb-up': {
    path: 'M2 8.5h3.5V18H2zM7 8.3l3.2-6.1c1.6.1 2.4 1.3 2.1 2.8L11.8 7.5H16a1.9 1.9 0 0 1 1.9 2.3l-1.4 6.6A2 2 0 0 1 14.5 18H7z',
    filled: true,
  },
  question: { path: 'M6 6.8A4 4 0 1 1 11.7 10.4C10.6 11 10 11.7 10 13M10 17.2h.01', filled: false },
  exclamation: { path: 'M10 2.8v9.4M10 17h.01', filled: false },
  check: { path: 'M3 10.8l4.6 4.8L17 4.8', filled: false },
};
