/** Swedish is the type: English has exactly the same keys. */
export const board = {};

export type BoardMessages = typeof board;
