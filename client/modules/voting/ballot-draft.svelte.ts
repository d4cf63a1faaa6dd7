import type { Ballot } from '#shared/voting/ballot.ts';
import type { PollMethod } from '#shared/voting/poll.ts';
import { ballotOf, EMPTY_RANKING, type RankingDraft } from './ranking-draft.ts';

/** What a person has filled in and not cast. Kept while the form is out of sight, on this device only. */
export class BallotDraft {
  readonly #method: PollMethod;
  #choice = $state.raw<string | null>(null);
  #ranking = $state.raw<RankingDraft>(EMPTY_RANKING);
  #begun = $state.raw(false);

  constructor(method: PollMethod) {
    this.#method = method;
  }

  /** Whether the person is in the middle of it: what others do then must not take the form away. */
  get begun(): boolean {
    return this.#begun;
  }

  get choice(): string | null {
    return this.#choice;
  }

  set choice(option: string | null) {
    this.#choice = option;
    this.#begun = true;
  }

  get ranking(): RankingDraft {
    return this.#ranking;
  }

  set ranking(draft: RankingDraft) {
    this.#ranking = draft;
    this.#begun = true;
  }

  /** `null` while it says nothing. */
  get ballot(): Ballot | null {
    if (this.#method === 'ranking') return ballotOf(this.#ranking);
    return this.#choice === null ? null : { kind: 'single', option: this.#choice };
  }

  /** Begins a change of a ballot that was received. */
  changeFrom(ballot: Ballot): void {
    if (ballot.kind === 'ranking') this.ranking = ballot.tiers;
    else this.choice = ballot.option;
  }

  clear(): void {
    this.#choice = null;
    this.#ranking = EMPTY_RANKING;
    this.#begun = false;
  }
}
