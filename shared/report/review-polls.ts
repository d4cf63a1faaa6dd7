import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { Poll, PollResult, WorkshopState } from '#shared/session/workshop-state.ts';
import type { ReviewPoll } from './review.ts';

/** Polls on the page in the order they were opened. */
export const reviewPolls = (state: WorkshopState, pageId: string): readonly ReviewPoll[] =>
  state.polls
    .filter((poll) => poll.pageId === pageId)
    .map((poll) => ({
      id: poll.id,
      question: poll.question,
      // Ending a workshop closes its polls, so `open` cannot be left; were it, the result would be as unreleased.
      status: poll.status === 'open' ? 'closed' : poll.status,
      placed: poll.status === 'released' && poll.result !== null ? placed(state, poll, poll.result) : null,
    }));

/** What a person voted, even openly, was said to those in the room; what a group answered is the group's result. */
function placed(state: WorkshopState, poll: Poll, result: PollResult): PlacedResult {
  const { question, method, electorate, secrecy, options } = poll;
  const ballots = electorate === 'group' ? result.ballots : null;
  const names = new Map<string, string>(state.groups.map((group) => [group.id, group.name]));
  return {
    question,
    method,
    electorate,
    secrecy,
    options,
    result: { tally: result.tally, entitled: result.entitled, ballots },
    voterNames: Object.fromEntries((ballots ?? []).map(({ voter }) => [voter, names.get(voter) ?? ''])),
  };
}
