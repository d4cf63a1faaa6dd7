/** Swedish is the type: English has exactly the same keys. */
export const session = {};

export type SessionMessages = typeof session;
