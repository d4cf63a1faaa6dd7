/** Swedish is the type: English has exactly the same keys. */
export const voting = {};

export type VotingMessages = typeof voting;
