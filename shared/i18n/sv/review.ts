/** Swedish is the type: English has exactly the same keys. */
export const review = {};

export type ReviewMessages = typeof review;
