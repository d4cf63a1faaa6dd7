import type { VotingMessages } from '../sv/voting.ts';

export const voting: VotingMessages = {};
