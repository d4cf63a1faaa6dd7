/** A point of a line drawn by hand: board units, and how hard the pen was pressed, 0 to 1. */
export type InkPoint = readonly [x: number, y: number, pressure: number];

/** Of a mouse or a finger, which do not tell. */
export const EVEN_PRESSURE = 0.5;
