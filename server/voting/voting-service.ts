import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import type {
  BallotReceipt,
  BallotStatus,
  BallotSubmission,
  Turnout,
} from '#shared/protocol/session-socket.ts';
import { isRecused, voterIdOf } from '#shared/session/permission.ts';
import type { Poll, PollResult, Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import { parseBallot } from '#shared/voting/ballot.ts';
import { tally } from '#shared/voting/tally.ts';
import type { SessionService } from '#server/session/session-service.ts';
import type { BallotStore } from '#server/storage/workshop-store.ts';

export type TurnoutListener = (workshop: WorkshopId, pageId: string, turnout: Turnout) => void;

/** Ballots from the moment they are cast to the released result. */
export class VotingService {
  readonly #sessions: SessionService;
  readonly #ballots: BallotStore;
  readonly #listeners = new Set<TurnoutListener>();

  constructor(options: { readonly sessions: SessionService; readonly ballots: BallotStore }) {
    this.#sessions = options.sessions;
    this.#ballots = options.ballots;
  }

  listen(listener: TurnoutListener): void {
    this.#listeners.add(listener);
  }

  /** Answers only when the ballot is committed. */
  async cast(
    workshop: WorkshopId,
    seatId: SeatId,
    submission: BallotSubmission,
  ): Promise<Result<BallotReceipt, ErrorKind>> {
    const found = await this.#find(workshop, seatId, submission.pollId);
    if (!found.ok) return found;
    const { state, poll } = found.value;
    const voter = voterIdOf(state, poll, seatId);
    if (voter === null) return err('forbidden');
    const ballot = parseBallot(
      submission.ballot,
      poll.method,
      poll.options.map((option) => option.id),
    );
    if (!ballot.ok || !isSubmissionId(submission.submissionId)) return err('malformed');
    const outcome = await this.#ballots.cast({
      poll: poll.id,
      voter,
      submissionId: submission.submissionId,
      ballot: ballot.value,
      secret: poll.secrecy === 'secret',
    });
    if (outcome.kind === 'poll-not-open' || outcome.kind === 'already-voted') return err(outcome.kind);
    if (outcome.kind === 'received') await this.#announce(state, poll);
    return ok({
      submissionId: submission.submissionId,
      replaced: outcome.kind === 'received' && outcome.replaced,
    });
  }

  async status(
    workshop: WorkshopId,
    seatId: SeatId,
    pollId: string,
  ): Promise<Result<BallotStatus, ErrorKind>> {
    const found = await this.#find(workshop, seatId, pollId);
    if (!found.ok) return found;
    const voter = voterIdOf(found.value.state, found.value.poll, seatId);
    if (voter === null) return ok({ received: false, submissionId: null, ballot: null });
    return ok(await this.#ballots.status(found.value.poll.id, voter));
  }

  /** Turnout of the polls a view shows. */
  async turnouts(state: WorkshopState): Promise<readonly Turnout[]> {
    const shown = state.polls.filter((poll) => poll.status === 'open' || poll.status === 'closed');
    return Promise.all(shown.map((poll) => this.#turnout(poll)));
  }

  /** How many have voted by now; `null` when there is no such poll. */
  async turnoutOf(
    workshop: WorkshopId,
    pollId: string,
  ): Promise<{ readonly pageId: string; readonly turnout: Turnout } | null> {
    const state = await this.#sessions.state(workshop);
    const poll = state?.polls.find(({ id }) => id === pollId);
    return poll === undefined ? null : { pageId: poll.pageId, turnout: await this.#turnout(poll) };
  }

  /** Counts a closed poll. Names who cast what only where that was said beforehand. */
  async result(poll: Poll): Promise<PollResult> {
    const cast = await this.#ballots.ballots(poll.id);
    return {
      tally: tally(
        poll.method,
        poll.options,
        cast.map(({ ballot }) => ballot),
      ),
      entitled: poll.roll.length,
      ballots:
        poll.secrecy === 'secret'
          ? null
          : cast.flatMap(({ voter, ballot }) => (voter === null ? [] : [{ voter, ballot }])),
    };
  }

  async #announce(state: WorkshopState, poll: Poll): Promise<void> {
    const turnout = await this.#turnout(poll);
    for (const listener of this.#listeners) listener(state.id, poll.pageId, turnout);
  }

  async #turnout(poll: Poll): Promise<Turnout> {
    return { pollId: poll.id, received: await this.#ballots.received(poll.id), entitled: poll.roll.length };
  }

  async #find(
    workshop: WorkshopId,
    seatId: SeatId,
    pollId: string,
  ): Promise<Result<{ state: WorkshopState; poll: Poll }, ErrorKind>> {
    const state = await this.#sessions.state(workshop);
    const seat = state?.seats[seatId];
    if (state === null || seat === undefined) return err('not-signed-in');
    if (seat.standing !== 'admitted') return err(seat.standing);
    const poll = state.polls.find((candidate) => candidate.id === pollId);
    if (poll === undefined || !maySee(state, seat, poll)) return err('unknown-poll');
    return ok({ state, poll });
  }
}

/** To a recused person a poll they may not know of does not exist. */
function maySee(state: WorkshopState, seat: Seat, poll: Poll): boolean {
  const page = state.pages.find((candidate) => candidate.id === poll.pageId);
  return page !== undefined && !isRecused(seat, page);
}

const isSubmissionId = (id: unknown): boolean => typeof id === 'string' && /^[\w-]{8,64}$/.test(id);
