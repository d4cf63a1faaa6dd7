import type { Session } from '#client/model/types.ts';
import type { ErrorBody } from '#shared/protocol/error-kind.ts';
import type { BallotStatus } from '#shared/protocol/session-socket.ts';
import type { Poll } from '#shared/session/workshop-state.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import { BallotDraft } from './ballot-draft.svelte.ts';
import { isPassing } from './passing-errors.ts';
import type { PendingBallot, PendingDrawer } from './pending-ballot.ts';
import { verdictOn } from './pending-verdict.ts';
import { retryDelay, RetryPause } from './retry-pause.ts';

/** Where this voter's ballot stands, as far as this device knows. */
export type CastingStage =
  /** Not known yet; `problem` when the question went unanswered and is being asked again. */
  | { readonly kind: 'asking'; readonly problem: ErrorBody | null }
  /** Nothing has been received. */
  | { readonly kind: 'blank' }
  /** On its way; `problem` after a try that failed. Stays until the server says it is committed, or never will be. */
  | { readonly kind: 'sending'; readonly ballot: Ballot; readonly problem: ErrorBody | null }
  /** Committed. `ballot` is `null` for a secret one. */
  | { readonly kind: 'received'; readonly submissionId: string | null; readonly ballot: Ballot | null };

/** What became of a ballot that was cast here and does not count. */
export type CastingNote =
  /** Another tab, or another in the group, was received meanwhile. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'already-voted' }
  | { readonly kind: 'too-late' }
  /** The person changed group while it was on its way. */
  | { readonly kind: 'other-voter' }
  | { readonly kind: 'refused'; readonly error: ErrorBody };

export interface CastingOptions {
  readonly pollId: string;
  readonly method: Poll['method'];
  readonly secrecy: Poll['secrecy'];
  readonly voter: string;
  readonly session: Pick<Session, 'castBallot' | 'ballotStatus'>;
  readonly drawer: PendingDrawer;
  readonly newSubmissionId: () => string;
  /** Whose ballot this person casts now: no longer `voter` after a change of group. */
  readonly voterNow: () => string | null;
}

/** Others' ballots come in bursts; one question answers for all of a burst. Ms. */
const ASK_AT_MOST_EVERY = 1_500;

/**
 * One voter's ballot in one poll, from draft to committed. It outlives the form on screen: a ballot on its way is sent again, with
 * the same id, until the server has said that it counts or that it cannot.
 */
export class BallotCasting {
  readonly draft: BallotDraft;
  readonly #options: CastingOptions;
  readonly #pause = new RetryPause();
  #stage = $state.raw<CastingStage>({ kind: 'asking', problem: null });
  #note = $state.raw<CastingNote | null>(null);
  /** Counts acts of casting: an answer to a question asked before the last one is old news. */
  #act = 0;
  #nextQuestion: ReturnType<typeof setTimeout> | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #unanswered = 0;

  constructor(options: CastingOptions) {
    this.#options = options;
    this.draft = new BallotDraft(options.method);
  }

  get stage(): CastingStage {
    return this.#stage;
  }

  get note(): CastingNote | null {
    return this.#note;
  }

  get submissionId(): string | null {
    return this.#stage.kind === 'received' ? this.#stage.submissionId : null;
  }

  /** After a reload: a ballot that was on its way goes on, under the same id. */
  resume(): void {
    const { drawer, pollId, voter } = this.#options;
    const pending = drawer.get(pollId);
    if (pending === null) return;
    if (pending.voter === voter) void this.#deliver(pending, 'maybe-sent');
    else {
      drawer.clear(pollId);
      this.#note = { kind: 'other-voter' };
    }
  }

  /** Puts a ballot on its way. Does nothing while another is. */
  async cast(ballot: Ballot): Promise<void> {
    if (this.#stage.kind === 'sending') return;
    const { drawer, pollId, voter, newSubmissionId } = this.#options;
    const pending = { submissionId: newSubmissionId(), voter, ballot, replaces: this.submissionId };
    drawer.put(pollId, pending);
    await this.#deliver(pending, 'never-sent');
  }

  /** Asks where the ballot stands, now or in a moment. Call it when something may have changed it. */
  refresh(): void {
    if (this.#stage.kind === 'sending') return;
    const wait = this.#askedAt + ASK_AT_MOST_EVERY - performance.now();
    this.#askIn(Math.max(0, wait));
  }

  /** The network may be back: tries at once what waits for its next turn. */
  retryNow(): void {
    if (this.#stage.kind === 'sending') this.#pause.end();
    else this.#askIn(0);
  }

  async #deliver(pending: PendingBallot, history: 'never-sent' | 'maybe-sent'): Promise<void> {
    this.#act += 1;
    this.#note = null;
    this.#stage = { kind: 'sending', ballot: pending.ballot, problem: null };
    let problem = history === 'never-sent' ? await this.#send(pending) : await this.#sendAgain(pending);
    for (let failures = 1; problem !== null; failures += 1) {
      this.#stage = { kind: 'sending', ballot: pending.ballot, problem };
      await this.#pause.wait(retryDelay(failures));
      problem = await this.#sendAgain(pending);
    }
    const { drawer, pollId } = this.#options;
    if (drawer.get(pollId)?.submissionId === pending.submissionId) drawer.clear(pollId);
  }

  /** `null` when the matter is settled, else the passing problem to try again after. */
  async #send(pending: PendingBallot): Promise<ErrorBody | null> {
    const { submissionId, ballot } = pending;
    const reply = await this.#options.session.castBallot(this.#options.pollId, submissionId, ballot);
    if (reply.ok) {
      this.#receive(submissionId, this.#options.secrecy === 'secret' ? null : ballot);
      return null;
    }
    if (isPassing(reply.error.kind)) return reply.error;
    return this.#settle(noteOn(reply.error));
  }

  async #sendAgain(pending: PendingBallot): Promise<ErrorBody | null> {
    if (!this.#isMine()) return this.#settle({ kind: 'other-voter' });
    const reply = await this.#options.session.ballotStatus(this.#options.pollId);
    if (!reply.ok) return isPassing(reply.error.kind) ? reply.error : this.#settle(noteOn(reply.error));
    const status = reply.value;
    switch (verdictOn(pending, status)) {
      case 'arrived':
        this.#receive(status.submissionId, status.ballot);
        return null;
      case 'not-yet':
        return this.#send(pending);
      case 'superseded':
        this.#note = { kind: this.#options.secrecy === 'secret' ? 'already-voted' : 'superseded' };
        this.#receive(status.submissionId, status.ballot);
        return null;
    }
  }

  /** The ballot will not count. What does, the server is asked. */
  #settle(note: CastingNote): null {
    this.#note = note;
    this.#stage = { kind: 'asking', problem: null };
    this.#askIn(0);
    return null;
  }

  /** The server answers for the ballot the seat has now, which after a change of group is another's. */
  #isMine(): boolean {
    return this.#options.voterNow() === this.#options.voter;
  }

  #receive(submissionId: string | null, ballot: Ballot | null): void {
    this.draft.clear();
    this.#stage = { kind: 'received', submissionId, ballot };
  }

  /** A question asked sooner replaces one that waits. */
  #askIn(ms: number): void {
    clearTimeout(this.#nextQuestion);
    this.#nextQuestion = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    if (this.#stage.kind === 'sending' || !this.#isMine()) return;
    const act = this.#act;
    this.#askedAt = performance.now();
    const reply = await this.#options.session.ballotStatus(this.#options.pollId);
    if (act !== this.#act) return;
    if (reply.ok) this.#learn(reply.value);
    else if (this.#stage.kind === 'asking') this.#askLater(reply.error);
  }

  #learn(status: BallotStatus): void {
    this.#unanswered = 0;
    if (!status.received) this.#stage = { kind: 'blank' };
    else if (status.submissionId !== this.submissionId || this.#stage.kind !== 'received')
      this.#stage = { kind: 'received', submissionId: status.submissionId, ballot: status.ballot };
  }

  #askLater(problem: ErrorBody): void {
    this.#unanswered += 1;
    this.#stage = { kind: 'asking', problem };
    if (isPassing(problem.kind)) this.#askIn(retryDelay(this.#unanswered));
  }
}

function noteOn(error: ErrorBody): CastingNote {
  if (error.kind === 'already-voted') return { kind: 'already-voted' };
  if (error.kind === 'poll-not-open') return { kind: 'too-late' };
  return { kind: 'refused', error };
}
