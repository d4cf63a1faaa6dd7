/** Swedish is the type: English has exactly the same keys. */
export const start = {};

export type StartMessages = typeof start;
