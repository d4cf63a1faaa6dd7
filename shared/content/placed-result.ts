import type { Poll, PollResult } from '#shared/session/workshop-state.ts';

/** A released result as it lies on a page: complete, so that the page can be read without the session. */
export interface PlacedResult {
  readonly question: string;
  readonly method: Poll['method'];
  readonly electorate: Poll['electorate'];
  readonly secrecy: Poll['secrecy'];
  readonly options: Poll['options'];
  readonly result: PollResult;
  /** Names of the voters of a named poll, by the ids in `result.ballots`. */
  readonly voterNames: Readonly<Record<string, string>>;
}
